import { z } from 'zod';
import { DecideLink, decideLink } from '#lib/operations/decide-link.ts';
import { ErasePerson, erasePerson } from '#lib/operations/erase-person.ts';
import { SeeLinks, seeLinks } from '#lib/operations/see-links.ts';
import { acted, call, ok } from '../call.ts';
import { Instant, Link } from '../shapes.ts';

export const PERSON_CALLS = [
  call({
    method: 'GET',
    path: '/api/v1/links',
    summary:
      'Links between travellers who look the same, to be decided unless another state is asked for. A gate shows the pass it holds.',
    action: 'see-links',
    hides: true,
    input: SeeLinks,
    output: z.strictObject({ rows: z.array(Link), next: z.string().nullable() }),
    run: async (context, input) => ok(await seeLinks(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/links/{link}/decisions',
    summary: 'Links two travellers or separates them: their accounts are joined or parted in the same act.',
    action: 'decide-link',
    input: DecideLink,
    output: z.strictObject({ link: Link }),
    run: (context, input) => acted(decideLink(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/passes/{pass}/erasures',
    summary: 'Erases the holder of a pass at their request: identity, lookups and key. Acts and decisions stay.',
    action: 'erase-person',
    hides: false,
    input: ErasePerson,
    output: z.strictObject({
      erasure: z.strictObject({ travellers: z.array(z.string()), documents: z.int(), erasedAt: Instant }),
    }),
    run: (context, input) => acted(erasePerson(context, input)),
  }),
];
