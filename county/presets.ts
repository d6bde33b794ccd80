import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../settings/project-root.js';
import { COUNTY_SLUGS, type CountySlug } from './views.js';

const share = z.number().min(0).max(1);

const placement = z
  .strictObject({ regularClass: share, specialSchool: share, homeTeaching: share, none: share })
  .refine(
    (shares) => Math.abs(Object.values(shares).reduce((sum, part) => sum + part, 0) - 1) < 1e-9,
    'the four placements must sum to 1',
  );

const presetSchema = z
  .strictObject({
    countyCode: z.string().regex(/^\d{6}$/, 'six digits'),
    registeredStudyingHere: share,
    incomersOfPupils: share.max(0.9),
    outOfProvince: share,
    livesApart: share,
    leftBehind: z.strictObject({ school: share, civilAffairs: share }),
    poverty: z.strictObject({ registered: share, monitored: share }),
    subsistence: share,
    extremePoverty: share,
    orphan: share,
    unattended: share,
    parentInCustody: share,
    disability: z.strictObject({ certificate: share, placement }),
    relocated: share,
    boarding: z.strictObject({ primary: share, junior: share }),
    ethnicGroups: z.record(z.string().regex(/^\d{2}$/), share),
    rareCharacter: share,
    seatSchoolPull: z.strictObject({ primary: share, junior: share }),
    nutritionProgramme: z.boolean(),
    threeExemptions: z.boolean(),
    criticisesBeforeOrders: z.boolean(),
  })
  .refine((preset) => preset.leftBehind.civilAffairs <= preset.leftBehind.school, {
    message: 'leftBehind.civilAffairs is the narrower definition and cannot exceed leftBehind.school',
  })
  .refine((preset) => preset.relocated <= preset.poverty.registered, {
    message:
      'relocated households are registered poverty households, so relocated cannot exceed poverty.registered',
  });

/** Calibration of one county; what each share is a share of stands at the head of presets.yaml. */
export type CountyPreset = z.infer<typeof presetSchema>;

const presetsSchema = z.strictObject(
  Object.fromEntries(COUNTY_SLUGS.map((slug) => [slug, presetSchema])) as Record<
    CountySlug,
    typeof presetSchema
  >,
);

/** Throws an Error that names the file and every wrong entry. */
export function loadPreset(county: CountySlug): CountyPreset {
  const path = join(projectRoot, 'county/presets.yaml');
  const parsed = presetsSchema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`presets.yaml is not valid.\n${z.prettifyError(parsed.error)}`);
  return parsed.data[county];
}
