import { families } from '../../county/generate-families.js';
import type { Child, CountyOptions, CountySlug, Family } from '../../county/views.js';
import type { IsoDate } from '../../policies/iso-date.js';

export const AS_OF = '2026-11-20' as IsoDate;

export function county(slug: CountySlug, children: number, seed = 1): CountyOptions {
  return { county: slug, children, seed, asOf: AS_OF };
}

export function allFamilies(options: CountyOptions): Family[] {
  return [...families(options)];
}

export function childrenOf(list: readonly Family[]): Child[] {
  return list.flatMap((family) => family.children);
}

/** Completed years on 31 August before the academic year 2026/27. */
export function ageOf({ truth }: Child): number {
  const years = 2026 - Number(truth.birthDate.slice(0, 4));
  return truth.birthDate.slice(5) > '08-31' ? years - 1 : years;
}

export function isSchoolAge(child: Child): boolean {
  return ageOf(child) >= 6 && ageOf(child) <= 15;
}

/** Numbers as importers even them out: no spaces or apostrophes, half-width, upper-case X. */
export function plainNumber(raw: string | null): string | null {
  return raw && raw.normalize('NFKC').replace(/['\s]/g, '').toUpperCase();
}

/** Names without any of the dots and spaces that registers put between two parts. */
export function plainName(name: string): string {
  return name.replace(/[\u00b7\u2022\u2027\u30fb\uff65\uff0e.\u3002\u25cf\s]/g, '');
}
