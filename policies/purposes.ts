import { z } from 'zod';
import { AGENCIES } from './agencies.js';
import {
  parseYamlFile,
  policyDirectory,
  PURPOSES_FILE,
  readPolicyFolder,
  type YamlFile,
} from './load-policies.js';
import { PolicyError, type PolicyProblem } from './policy-error.js';
import { isoDate, label } from './policy-values.js';
import { SOURCE_STANDINGS } from './policy.schema.js';

export const PURPOSE_CODES = [
  'CASE_HANDLING',
  'REGISTER_COMPARISON',
  'AID_MATCHING',
  'SUPERVISION',
  'STATISTICS',
  'DATA_EXCHANGE',
  'AUDIT',
] as const;
export type PurposeCode = (typeof PURPOSE_CODES)[number];

/**
 * Kinds of data that a purpose may reach. RESTRICTED are facts that only casework on the child itself may see:
 * a parent in custody, early marriage, bullying, penalties. AGGREGATE is suppressed counts only.
 */
export const DATA_CLASSES = [
  'IDENTITY',
  'RESIDENT_NUMBER',
  'GUARDIANS',
  'SCHOOLING',
  'HOUSEHOLD',
  'WELFARE',
  'DISABILITY',
  'LABOUR',
  'POVERTY',
  'CASEWORK',
  'RESTRICTED',
  'AGGREGATE',
  'ACCESS_LOG',
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** Three years: 个人信息保护法 第五十六条 and 网络数据安全管理条例 第十二条. */
const LEAST_RETENTION_DAYS = 1095;

const words = z.string().trim().min(1, 'expected some text');

const purpose = z.strictObject({
  label,
  legalBasis: z
    .array(
      z.strictObject({
        law: words,
        article: words,
        grounds: words,
        standing: z.enum(SOURCE_STANDINGS).default('PUBLISHED'),
      }),
    )
    .min(1, 'a purpose needs a legal basis'),
  dataClasses: z.array(z.enum(DATA_CLASSES)).min(1, 'a purpose reaches at least one class of data'),
  /** Classes that the hub's own work reads for the purpose besides; nobody's query reaches them by it. */
  workDataClasses: z.array(z.enum(DATA_CLASSES)).default([]),
  agencies: z.array(z.enum(AGENCIES)).min(1, 'a purpose concerns at least one agency'),
  retentionDays: z
    .int()
    .min(
      LEAST_RETENTION_DAYS,
      `records of access are kept for at least ${LEAST_RETENTION_DAYS} days (three years)`,
    ),
  impactAssessment: z
    .string('a purpose needs the reference of its impact assessment (个人信息保护影响评估)')
    .min(1),
});
export type Purpose = z.infer<typeof purpose> & { readonly code: PurposeCode };

const catalogueSchema = z.strictObject({
  document: z.strictObject({ title: words, titleEn: words, issuer: words, validFrom: isoDate }),
  purposes: z.record(z.enum(PURPOSE_CODES), purpose),
});

/** Every purpose there is, by code. The catalogue is closed: it has all codes and no other. */
export type PurposeCatalogue = ReadonlyMap<PurposeCode, Purpose>;

/** Builds the catalogue from the text of its file. Throws a PolicyError that names every problem. */
export function parsePurposes(file: YamlFile): PurposeCatalogue {
  const problems: PolicyProblem[] = [];
  const catalogue = parseYamlFile(file, catalogueSchema, problems);
  if (!catalogue) throw new PolicyError(problems);
  return new Map(PURPOSE_CODES.map((code) => [code, { ...catalogue.purposes[code], code }]));
}

/** Loads the catalogue from a folder (the project's own by default). Throws a PolicyError when it is broken. */
export function loadPurposes(directory: string = policyDirectory()): PurposeCatalogue {
  const file = readPolicyFolder(directory).find(({ name }) => name === PURPOSES_FILE);
  if (!file)
    throw new PolicyError([{ file: PURPOSES_FILE, path: '', problem: 'is not in the policy folder' }]);
  return parsePurposes(file);
}
