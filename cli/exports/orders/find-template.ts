import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandError } from '../../commands/command-error.js';
import type { OrderTemplate } from './order-fields.js';

/** The template of a step, by the name of its file: a further one is a file beside the others. */
export async function findTemplate(step: string): Promise<OrderTemplate> {
  const name = `${step.toLowerCase().replaceAll('_', '-')}.template`;
  const path = ['.js', '.ts'].map((ending) => join(import.meta.dirname, `${name}${ending}`)).find(existsSync);
  if (!path)
    throw new CommandError(
      'UNKNOWN_NAME',
      `There is no template of ${step}; its document is another body's.`,
    );
  const { template } = (await import(pathToFileURL(path).href)) as { template: OrderTemplate };
  return template;
}
