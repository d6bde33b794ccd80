import type { ImportState } from '../../subgraphs/_kit/import/import-list.js';
import type { SecondPersonReason } from '../../subgraphs/_kit/import/second-person.js';
import { ROW_WARNINGS } from '../../subgraphs/_kit/import/row-problems.js';
import type { ImportedFile } from './import-file.js';

const STATES: Readonly<Record<ImportState, string>> = {
  COMMITTED: 'Imported (已导入).',
  DRY_RUN: 'A dry run: nothing was changed (试运行,未作任何更改).',
  UNCHANGED_FILE: 'This very file was imported before; nothing was changed (该文件已导入,无变化).',
  REJECTED:
    'Rows were rejected, so nothing was changed. Put them right, or take the others with --skip-rejected, unless a row lacks its record number (有退回行,未导入).',
  AWAITING_CONFIRMATION:
    'Nothing was changed yet. A second person gives the same file with --confirm and the id (待第二人复核确认).',
};
const SECOND_PERSON: Readonly<Record<SecondPersonReason, string>> = {
  LARGE_CHANGE: 'So much would change that a second person has to confirm (变动过大,须第二人确认).',
  OLDER_LIST:
    'OLDER_LIST: this whole list is of an earlier day than the register, so that what is known since would go. Is --as-of right, or is it additions (--additions)? If it is to replace the newer one, a second person has to confirm (该名册的数据日期早于已导入名册,将覆盖较新数据。请核对 --as-of,或改用 --additions 追加;确需替换的须第二人确认).',
  NUMBERS_WRONG:
    'Most resident ID numbers are wrong: are columns exchanged, or did a spreadsheet round the numbers? If the list is right all the same, a second person has to confirm (多数身份号码有误,请核对各列是否错位、号码末位是否丢失;确属无误的须第二人确认).',
};

/** Ends after which somebody still has to know of it. */
const WAITS: readonly ImportState[] = ['AWAITING_CONFIRMATION', 'DRY_RUN', 'REJECTED'];

/** What an import did, in lines for a terminal; never a value of a row. */
export function describeImport(agency: string, outcome: ImportedFile, elapsedMs: number): string[] {
  const { state, importId, rows, rejected, before, added, changed, removed, warnings, registerVersion } =
    outcome;
  const { rejectsKeptUntil, secondPersonFor } = outcome;
  if (state === 'UNCHANGED_FILE') return [STATES[state]];
  const seconds = elapsedMs / 1000;
  const rate = Math.round((rows + rejected) / Math.max(seconds, 0.001)).toLocaleString('en');
  return [
    `${rows + rejected} rows in ${seconds.toFixed(1)} s (${rate} rows/s): ${added} new, ${changed} changed, ${removed} gone, ${rejected} rejected; ${before} before.`,
    ...[...warnings].map(([warning, count]) => {
      const { en, zh } = ROW_WARNINGS[warning];
      return `  ${count} ${en} (${zh})`;
    }),
    ...(secondPersonFor === null || !WAITS.includes(state) ? [] : [SECOND_PERSON[secondPersonFor]]),
    `${STATES[state]} Import ${importId}${registerVersion === null ? '' : `, version ${registerVersion} of the register`}.`,
    ...(rejectsKeptUntil === null
      ? []
      : [
          `The rejected rows are kept, sealed, until ${rejectsKeptUntil} (退回行加密保存): hub import ${agency} --rejects ${importId} --by NAME`,
        ]),
  ];
}
