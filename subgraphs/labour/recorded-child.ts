import { p } from '@mikro-orm/postgresql';

/** Who a row of the bureau is about, as the bureau wrote it. Several rows of one child carry the same key. */
export const recordedChild = {
  sourceKey: p.text(),
  childName: p.text(),
  sex: p.text(),
  birthDate: p.date(),
  /** Village under which the bureau files the child. */
  divisionCode: p.text(),
};
