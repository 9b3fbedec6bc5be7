import { bytes, index, integer, oneOf, primaryKey, table, text, uniqueIndex } from './columns.ts';

/** A person by a random id, with derived facts only. Names and numbers are in `identity`. Who was joined into another uses that one's accounts. */
export const traveller = table(
  'traveller',
  {
    id: text().primaryKey(),
    nationality: text().notNull(),
    residence: text().notNull(),
    joinedInto: text(),
    recordedAt: text().notNull(),
  },
  (t) => [index('traveller_joined_into').on(t.joinedInto)],
);

/** A document points to one traveller; it is found by HMAC, never by its number. */
export const travelDocument = table(
  'travel_document',
  {
    id: text().primaryKey(),
    traveller: text()
      .notNull()
      .references(() => traveller.id),
    type: text().notNull(),
    issuer: text().notNull(),
    lookup: text().notNull(),
    personalLookup: text(),
    likeness: text().notNull(),
    keyVersion: integer().notNull(),
    expiresOn: text().notNull(),
    recordedAt: text().notNull(),
    retainUntil: text().notNull(),
  },
  (t) => [
    uniqueIndex('travel_document_lookup').on(t.lookup),
    index('travel_document_personal').on(t.personalLookup),
    index('travel_document_likeness').on(t.likeness),
    index('travel_document_traveller').on(t.traveller),
    index('travel_document_retain_until').on(t.retainUntil),
  ],
);

/** Entry proposes that two travellers are one; an officer links or separates them. */
export const travellerLink = table(
  'traveller_link',
  {
    id: text().primaryKey(),
    earlier: text()
      .notNull()
      .references(() => traveller.id),
    later: text()
      .notNull()
      .references(() => traveller.id),
    state: oneOf(['proposed', 'linked', 'separated']).notNull(),
    proposedAt: text().notNull(),
  },
  (t) => [uniqueIndex('traveller_link_pair').on(t.earlier, t.later), index('traveller_link_later').on(t.later)],
);

/** An officer's word on a link. Its id is the act's. */
export const travellerLinkDecision = table(
  'traveller_link_decision',
  {
    id: text().primaryKey(),
    link: text()
      .notNull()
      .references(() => travellerLink.id),
    outcome: oneOf(['linked', 'separated']).notNull(),
    reason: text().notNull(),
    decidedAt: text().notNull(),
    decidedBy: text().notNull(),
  },
  (t) => [index('traveller_link_decision_link').on(t.link)],
);

/** What each document says: names, number, birth date and sex, sealed with the person's own key; destroying that key erases the person. */
export const identity = table(
  'identity',
  {
    document: text()
      .primaryKey()
      .references(() => travelDocument.id),
    sealed: bytes().notNull(),
    recordedAt: text().notNull(),
    retainUntil: text().notNull(),
  },
  (t) => [index('identity_retain_until').on(t.retainUntil)],
);

export const party = table('party', {
  id: text().primaryKey(),
  kind: oneOf(['family', 'guardian', 'tour-group']).notNull(),
  formedAt: text().notNull(),
});

export const partyMember = table(
  'party_member',
  {
    party: text()
      .notNull()
      .references(() => party.id),
    traveller: text()
      .notNull()
      .references(() => traveller.id),
    role: oneOf(['guardian', 'child', 'member', 'leader']).notNull(),
  },
  (t) => [primaryKey({ columns: [t.party, t.traveller] })],
);
