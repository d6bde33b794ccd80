// First: the decorators of what follows need it.
import 'reflect-metadata';
import { createHash, randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { askOrder, type OrderQuestion } from './ask-order.js';
import { findTemplate } from './find-template.js';
import { renderOrder } from './order-document.js';

export interface ExportedOrder {
  readonly title: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
  /** Whether the hub knew nobody to address it to, so that a blank is left. */
  readonly isWithoutAddressee: boolean;
}

/** Writes the document of an order, readable to its owner alone; the names in it stand in no other file. */
export async function exportOrder(question: OrderQuestion, path: string): Promise<ExportedOrder> {
  const fields = await askOrder(question);
  const template = await findTemplate(fields.step);
  const content = await renderOrder(template, fields);
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(unfinished, content, { mode: 0o600, flag: 'wx' });
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
  return {
    title: template.title(fields),
    digest: createHash('sha256').update(content).digest('hex'),
    isWithoutAddressee: fields.guardians.length === 0,
  };
}
