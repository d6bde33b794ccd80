/** What a hub of the measurement is left without; no setting of the product leaves anything out. */
export const LEFT_OUT = ['audit', 'rowSecurity'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];
