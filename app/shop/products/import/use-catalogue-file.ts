'use client';
import { useCallback, useState } from 'react';
import type { CheckedCatalogue } from '#lib/catalogue/checked-catalogue.ts';
import { type Encoding, encodingOf, textOf } from '#lib/catalogue/file-encoding.ts';
import { signInAgainIfNobody } from '../../../_desk/use-read.ts';
import { callApi } from '../../../_ui/api.ts';
import { isWorkbook } from './workbook-size.ts';
import { workbookText } from './workbook-text.ts';

const MOST_BYTES = 8_000_000;
const LONGEST_NAME = 100;

export type ChosenFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly isSure: boolean;
  readonly text: string;
};

/** What the market is asked about a file; one of another ending is a table all the same. */
export const asked = ({ name, text }: ChosenFile) => ({
  name: /\.(csv|tsv|txt)$/i.test(name) ? name.slice(-LONGEST_NAME) : `${name.slice(-LONGEST_NAME)}.csv`,
  file: text || ' ',
});

type State = {
  readonly file: ChosenFile | null;
  readonly tooLarge: boolean;
  /** A workbook that is broken, locked, or unfolds to more than any catalogue. */
  readonly unreadable: boolean;
  readonly checked: CheckedCatalogue | null;
  readonly fault: number | null;
};
const NOTHING: State = { file: null, tooLarge: false, unreadable: false, checked: null, fault: null };

/** The file that somebody chose, how its bytes are read, and what the market says to it; read again after each choice. */
export function useCatalogueFile() {
  const [state, setState] = useState<State>(NOTHING);

  const check = useCallback(async (file: ChosenFile): Promise<void> => {
    setState({ ...NOTHING, file });
    const answer = await callApi<CheckedCatalogue>('POST', 'shop/catalogue-checks', asked(file));
    signInAgainIfNobody(answer);
    // Only if nobody has chosen another meanwhile.
    setState((now) =>
      now.file !== file ? now : answer.kind === 'done' ? { ...now, checked: answer.body } : { ...now, fault: answer.status },
    );
  }, []);

  const choose = useCallback(
    async (chosen: Blob & { readonly name: string }): Promise<void> => {
      if (chosen.size > MOST_BYTES) return setState({ ...NOTHING, tooLarge: true });
      const given = new Uint8Array(await chosen.arrayBuffer());
      const table = isWorkbook(given) ? await workbookText(given) : undefined;
      if (isWorkbook(given) && table === undefined) return setState({ ...NOTHING, unreadable: true });
      const bytes = table === undefined ? given : new TextEncoder().encode(table);
      const guess = encodingOf(bytes);
      await check({ name: chosen.name, bytes, ...guess, text: textOf(bytes, guess.encoding) });
    },
    [check],
  );
  const readAs = (encoding: Encoding): void => {
    if (state.file !== null) void check({ ...state.file, encoding, text: textOf(state.file.bytes, encoding) });
  };
  const again = (): void => {
    if (state.file !== null) void check({ ...state.file });
  };
  return { ...state, choose, readAs, again, clear: () => setState(NOTHING) };
}
