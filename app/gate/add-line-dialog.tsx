'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { SelectField } from '../_ui/fields.tsx';
import { type ExitView, type GateMarket, SOURCES_TO_ADD, type Source } from './gate-views.ts';
import { emptyGoods, goodsOf } from './goods-draft.ts';
import { GoodsFields } from './goods-fields.tsx';
import { Trouble, type TroubleView, troubleOf } from './trouble.tsx';
import { useAct } from './use-act.ts';

type Props = {
  readonly exit: ExitView;
  readonly market: GateMarket;
  readonly onExit: (exit: ExitView) => void;
  readonly onClose: () => void;
};

/** Goods in the bag that no sale here explains. */
export function AddLineDialog({ exit, market, onExit, onClose }: Props) {
  const t = useTranslations('gate.addLine');
  const lines = useTranslations('gate.lines');
  const fields = useTranslations('gate.goods');
  const currency = market.sides.find(({ code }) => code === exit.exitSide)?.currency ?? market.currencies[0] ?? '';
  const [source, setSource] = useState<Source>('found');
  const [draft, setDraft] = useState(emptyGoods(currency));
  const [tried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<TroubleView | null>(null);
  const { busy, run } = useAct();
  const goods = goodsOf(draft);

  const add = async (): Promise<void> => {
    setTried(true);
    if (!goods?.value) return;
    const answer = await run<{ exit: ExitView }>(`exits/${exit.id}/lines`, { source, ...goods });
    setTrouble(troubleOf(answer));
    if (answer.kind !== 'done') return;
    onExit(answer.body.exit);
    onClose();
  };
  return (
    <Dialog
      wide
      title={t('title')}
      isOpen
      onClose={onClose}
      acts={
        <Button look="primary" size="l" isPending={busy} onPress={() => void add()}>
          {t('act')}
        </Button>
      }
    >
      <Trouble trouble={trouble} />
      <SelectField
        label={t('source')}
        value={source}
        onChange={(id) => setSource(id as Source)}
        placeholder="…"
        choices={SOURCES_TO_ADD.map((id) => ({ id, name: lines(`sources.${id}`) }))}
      />
      <GoodsFields market={market} draft={draft} onChange={setDraft} />
      {tried && !goods?.value && (
        <p role="alert" className="font-semibold text-red">
          {goods ? fields('missingValue') : fields('missing')}
        </p>
      )}
    </Dialog>
  );
}
