import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../settings/project-root.js';
import { COUNTY_SLUGS, ERROR_CLASSES, type CountySlug, type ErrorClass } from './views.js';

const classRate = z.strictObject({
  /** Cases per child. */
  rate: z.number().min(0).max(0.2),
  /** Least number of cases in a county of 1,000 children or more. */
  minimum: z.int().min(0).default(0),
});
export type ClassRate = z.infer<typeof classRate>;

/** All plants need families of their own: past this share there would be too few left. */
const GREATEST_TOTAL_RATE = 0.3;

const fileSchema = z.strictObject({
  default: z.record(z.enum(ERROR_CLASSES), classRate),
  counties: z
    .partialRecord(z.enum(COUNTY_SLUGS), z.partialRecord(z.enum(ERROR_CLASSES), classRate))
    .default({}),
  harmlessVariants: z
    .strictObject({ residentIdNumber: z.number().min(0).max(1), nameSeparator: z.number().min(0).max(1) })
    .default({ residentIdNumber: 0, nameSeparator: 0 }),
});

export interface ErrorRates {
  readonly classes: Readonly<Record<ErrorClass, ClassRate>>;
  readonly harmlessVariants: { readonly residentIdNumber: number; readonly nameSeparator: number };
}

/** The error-rates file cannot be read or is wrong; the message names the file, each entry and what is wrong with it. */
export class ErrorRatesError extends Error {
  constructor(path: string, problem: string) {
    super(`Error rates in ${path}: ${problem}`);
    this.name = 'ErrorRatesError';
  }
}

export const DEFAULT_ERROR_RATES_PATH = join(projectRoot, 'county/error-rates.yaml');

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const isDescribed = typeof error === 'object' && error !== null && 'message' in error;
    throw new ErrorRatesError(path, isDescribed ? String(error.message) : 'cannot be read.');
  }
}

/** Rates of one county: the file's defaults with the county's own entries over them. Throws ErrorRatesError. */
export function loadErrorRates(county: CountySlug, path: string = DEFAULT_ERROR_RATES_PATH): ErrorRates {
  const parsed = fileSchema.safeParse(readYaml(path));
  if (!parsed.success) throw new ErrorRatesError(path, z.prettifyError(parsed.error));
  const classes = { ...parsed.data.default, ...parsed.data.counties[county] };
  const total = Object.values(classes).reduce((sum, { rate }) => sum + rate, 0);
  if (total > GREATEST_TOTAL_RATE) {
    throw new ErrorRatesError(
      path,
      `the rates for ${county} sum to ${total.toFixed(3)} per child; at most ${GREATEST_TOTAL_RATE} can be planted.`,
    );
  }
  return { classes, harmlessVariants: parsed.data.harmlessVariants };
}
