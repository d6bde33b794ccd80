// First: the decorators of what follows need it.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { digestOfFile } from '../digest-of-file.js';
import type { LedgerFormat } from '../ledger-form.js';
import { askIndicators, type IndicatorQuestion } from './ask-indicators.js';
import { writeIndicators } from './write-indicators.js';

export interface ExportedIndicators {
  readonly figures: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
}

/**
 * Writes what the hub tells the caller of a place's indicators: what is suppressed for everybody is suppressed here.
 * @param madeOn YYYY-MM-DD, of the print
 */
export async function exportIndicators(
  question: IndicatorQuestion,
  { path, format, madeOn }: { readonly path: string; readonly format: LedgerFormat; readonly madeOn: string },
): Promise<ExportedIndicators> {
  const report = await askIndicators(question);
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    const figures = await writeIndicators(unfinished, format, report, madeOn);
    const digest = await digestOfFile(unfinished);
    await rename(unfinished, path);
    return { figures, digest };
  } finally {
    await rm(unfinished, { force: true });
  }
}
