import { LedgerKindEnum, type LedgerKind, type LedgerScope } from './ledger.enums.js';

export interface TitledLedger {
  readonly scope: LedgerScope;
  /** Name of the division or of the school. */
  readonly name: string;
  /** Of a class. */
  readonly grade: number | null;
  /** Of a class that education lists; it tells the grade. */
  readonly className: string | null;
  readonly code: string;
}

const GRADES = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** The title as an office prints it, for example 印江土家族苗族自治县适龄儿童台账. */
export function ledgerTitle({ scope, name, grade, className, code }: TitledLedger, kind: LedgerKind): string {
  const gradeName = grade === null ? undefined : GRADES[grade - 1];
  const unlisted = `${gradeName === undefined ? '' : `${gradeName}年级`}（班号${code}）`;
  const ofClass = scope === 'CLASS' ? (className ?? unlisted) : '';
  return `${name}${ofClass}${LedgerKindEnum.terms[kind].zh}`;
}
