import { readFileSync, renameSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A child's place on the plan of its household. */
const placeOnPlan = z.object({ planNumber: z.string(), studentId: z.string(), basis: z.string() }).nullable();

const manifestSchema = z.object({
  /** GENERATING marks a county that was interrupted: its rows may be thrown away. */
  state: z.enum(['GENERATING', 'COMPLETE']),
  county: z.string(),
  countyCode: z.string(),
  children: z.number(),
  seed: z.number(),
  asOf: z.string(),
  /** Places that the personas work in, and a child rich in records to begin with. */
  places: z
    .object({ township: z.string(), village: z.string(), school: z.string(), schoolClass: z.string() })
    .nullable(),
  sampleStudentId: z.string().nullable(),
  sampleHouseholdId: z.string().nullable(),
  /** One that is taken, and one that is free; a county of an earlier version names none. */
  samplePlaces: z
    .object({ taken: placeOnPlan, free: placeOnPlan })
    .readonly()
    .default({ taken: null, free: null }),
});

/** What the synthetic county is, for the personas and for the first picture; codes and opaque ids only. */
export type CountyManifest = z.infer<typeof manifestSchema>;

export function countyFolder(dataDir: string): string {
  return join(dataDir, 'county');
}

/** @returns undefined when no county was generated here. */
export function readCountyManifest(dataDir: string): CountyManifest | undefined {
  let text: string;
  try {
    text = readFileSync(join(countyFolder(dataDir), 'manifest.json'), 'utf8');
  } catch {
    return undefined;
  }
  return manifestSchema.parse(JSON.parse(text));
}

export function writeCountyManifest(dataDir: string, manifest: CountyManifest): void {
  const folder = countyFolder(dataDir);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  writeFileSync(`${path}.new`, `${JSON.stringify(manifest, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}
