export const MISS_KINDS = {
  WRONG_LINK: 'an automatic link between two persons',
  NOT_FOUND: 'planted, and the registers seem to agree',
  NOBODY_SENT: 'truly missing, and nobody is sent',
  NOBODY_SENT_BY_REGISTERS: 'truly missing, and nobody would be sent before somebody has been there',
  OTHER_PROPOSAL: 'found, and taken for something else',
  NAMED_SECOND: 'told, behind another difference of the same child',
} as const;
export type MissKind = keyof typeof MISS_KINDS;
