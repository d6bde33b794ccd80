import { z } from 'zod';

/** One setting: what it is called, what it may hold, and what an operator must know to fill it in. */
export interface SettingRow<T = unknown> {
  readonly name: string;
  readonly description: string;
  /** What `.env.example` shows. For a secret this is a placeholder that production refuses. */
  readonly example: string;
  /** The rule in words; the only thing an error says about a wrong value, because a value may be a misplaced secret. */
  readonly rule: string;
  readonly schema: z.ZodType<T, string>;
  /** Also accepted as `<name>_FILE`, the path of a file that holds the value. */
  readonly file?: true;
}

export interface DefaultedRow<T> extends SettingRow<T> {
  readonly default: string;
}

/** Keys below this length can be searched; 32 bytes is also what AES-256 and HMAC-SM3 need for full strength. */
export const MINIMUM_KEY_BYTES = 32;
export const KEY_PLACEHOLDER = 'replace-me-with-32-or-more-random-bytes';
export const COUNTIES = ['yinjiang', 'changji', 'qingtongxia', 'yunyang'] as const;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const wholeNumber = (minimum: number, maximum: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(minimum).max(maximum));
const text = z.string().trim().min(1);
const webUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/(?<!\/)\/+$/, ''));
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });
const key = z.string().refine((value) => Buffer.byteLength(value) >= MINIMUM_KEY_BYTES);

const PORT_RULE = 'must be a whole number from 1 to 65535';
const WEB_URL_RULE = 'must be an address that starts with http:// or https://';
const DATABASE_URL_RULE = 'must be an address like postgres://role:password@host:5432/database';
const KEY_RULE = `must be at least ${MINIMUM_KEY_BYTES} bytes long`;

const defaulted = <T>(row: DefaultedRow<T>): DefaultedRow<T> => row;
const optional = <T>(row: SettingRow<T>): SettingRow<T> => row;
const keyRow = (name: string, description: string): SettingRow<string> => ({
  name,
  description,
  example: KEY_PLACEHOLDER,
  rule: KEY_RULE,
  schema: key,
  file: true,
});

/** The settings that exist once, whatever the agencies are. */
export const hubRows = {
  environment: defaulted({
    name: 'NODE_ENV',
    description: 'Set to production for real children: keys and the identity provider must then be given.',
    default: 'development',
    example: 'production',
    rule: 'must be development, test or production',
    schema: z.enum(['development', 'test', 'production']),
  }),
  host: defaulted({
    name: 'HOST',
    description: 'The network address to listen on.',
    default: '127.0.0.1',
    example: '0.0.0.0',
    rule: 'must be a host name or an IP address',
    schema: text,
  }),
  port: defaulted({
    name: 'PORT',
    description: 'The port of the gateway.',
    default: '4000',
    example: '4000',
    rule: PORT_RULE,
    schema: wholeNumber(1, 65_535),
  }),
  dataDir: defaulted({
    name: 'HUB_DATA_DIR',
    description: 'The folder for the embedded database, development keys and the demonstration county.',
    default: '.hub',
    example: '/var/lib/student-support-hub',
    rule: 'must be the path of a folder',
    schema: text,
  }),
  logLevel: defaulted({
    name: 'HUB_LOG_LEVEL',
    description: 'The least serious message that is logged.',
    default: 'info',
    example: 'info',
    rule: `must be one of ${LOG_LEVELS.join(', ')}`,
    schema: z.enum(LOG_LEVELS),
  }),
  county: defaulted({
    name: 'HUB_COUNTY',
    description: 'The county whose divisions and policy the demonstration uses.',
    default: 'yinjiang',
    example: 'yunyang',
    rule: `must be one of ${COUNTIES.join(', ')}`,
    schema: z.enum(COUNTIES),
  }),
  children: defaulted({
    name: 'HUB_CHILDREN',
    description: 'How many children the demonstration county has.',
    default: '2000',
    example: '20000',
    rule: 'must be a whole number from 1 to 10000000',
    schema: wholeNumber(1, 10_000_000),
  }),
  seed: defaulted({
    name: 'HUB_SEED',
    description:
      'The number that the demonstration county is derived from; the same number gives the same county.',
    default: '1',
    example: '7',
    rule: 'must be a whole number from 0 to 4294967295',
    schema: wholeNumber(0, 4_294_967_295),
  }),
  errorRates: optional({
    name: 'HUB_ERROR_RATES',
    description: "A file with the rates of planted errors, in place of the demonstration county's own.",
    example: './error-rates.yaml',
    rule: 'must be the path of a file',
    schema: text,
  }),
  now: optional({
    name: 'HUB_NOW',
    description: 'The instant that the hub takes for now. Development only: production refuses it.',
    example: '2026-03-20T09:00:00+08:00',
    rule: 'must be an instant with its offset, like 2026-03-20T09:00:00+08:00',
    schema: z.iso.datetime({ offset: true }).transform((instant) => new Date(instant)),
  }),
  auditDir: optional({
    name: 'HUB_AUDIT_DIR',
    description:
      "The folder for the signed heads of the access logs, best on a disk of its own; by default `audit` in the hub's.",
    example: '/var/lib/student-support-hub-audit',
    rule: 'must be the path of a folder',
    schema: text,
  }),
  auditRetentionDays: defaulted({
    name: 'HUB_AUDIT_RETENTION_DAYS',
    description: 'How long the access log is kept; three years at least.',
    default: '1826',
    example: '3653',
    rule: 'must be a whole number from 1 to 36500',
    schema: wholeNumber(1, 36_500),
  }),
  lookupsPerDay: defaulted({
    name: 'HUB_LOOKUPS_PER_DAY',
    description: 'How often one officer may look for a child by number on a day, found or not.',
    default: '200',
    example: '200',
    rule: 'must be a whole number from 1 to 10000',
    schema: wholeNumber(1, 10_000),
  }),
  childrenPerDay: defaulted({
    name: 'HUB_CHILDREN_PER_DAY',
    description: 'Of how many children one agency shows one officer records on a day.',
    default: '20000',
    example: '20000',
    rule: 'must be a whole number from 1 to 1000000',
    schema: wholeNumber(1, 1_000_000),
  }),
  digestKey: keyRow(
    'HUB_DIGEST_KEY',
    'The key that turns resident ID numbers into member ids; the same at every agency.',
  ),
  columnKey: keyRow(
    'HUB_COLUMN_KEY',
    'The key that seals the columns which hold resident ID numbers; for agencies that have such columns alone.',
  ),
  previousColumnKey: keyRow(
    'HUB_COLUMN_KEY_PREVIOUS',
    'The column key before it, which still opens what was sealed with it; nothing new is.',
  ),
  serviceKey: keyRow(
    'COORDINATION_SERVICE_KEY',
    "The key of coordination's signed calls to every agency's /kit/ paths.",
  ),
  oidcIssuer: optional({
    name: 'OIDC_ISSUER',
    description: 'The identity provider that issues access tokens.',
    example: 'https://login.example.gov.cn',
    rule: WEB_URL_RULE,
    schema: z.url({ protocol: /^https?$/ }),
  }),
  oidcAudience: optional({
    name: 'OIDC_AUDIENCE',
    description: 'The audience that access tokens must name.',
    example: 'student-support-hub',
    rule: 'must not be empty',
    schema: text,
  }),
  oidcJwksUrl: optional({
    name: 'OIDC_JWKS_URL',
    description: 'Where the identity provider publishes its keys.',
    example: 'https://login.example.gov.cn/.well-known/jwks.json',
    rule: WEB_URL_RULE,
    schema: z.url({ protocol: /^https?$/ }),
  }),
  oidcTokenUrl: optional({
    name: 'OIDC_TOKEN_URL',
    description: "Where the hub's service account gets its access tokens (client credentials).",
    example: 'https://login.example.gov.cn/token',
    rule: WEB_URL_RULE,
    schema: z.url({ protocol: /^https?$/ }),
  }),
  explorerClientId: defaulted({
    name: 'OIDC_EXPLORER_CLIENT_ID',
    description: "The explorer's public client at the identity provider (code flow with PKCE, no secret).",
    default: 'student-support-hub-explorer',
    example: 'student-support-hub-explorer',
    rule: 'must not be empty',
    schema: text,
  }),
  oidcClientId: optional({
    name: 'OIDC_CLIENT_ID',
    description:
      "The service account under which this part calls others; its tokens carry hub.service, coordination's hub.coordinate too.",
    example: 'student-support-hub-service',
    rule: 'must not be empty',
    schema: text,
  }),
  oidcClientSecret: optional({
    name: 'OIDC_CLIENT_SECRET',
    description: "The service account's secret.",
    example: KEY_PLACEHOLDER,
    rule: 'must be at least 16 characters long',
    schema: z.string().min(16),
    file: true,
  }),
};

/** The settings that exist once per agency; `civil-affairs` at index 2 has `CIVIL_AFFAIRS_PORT`, 4003 by default. */
export function agencyRows(agency: string, index: number) {
  const prefix = agency.toUpperCase().replaceAll('-', '_');
  const role = agency.replaceAll('-', '_');
  const port = String(4001 + index);
  return {
    port: defaulted({
      name: `${prefix}_PORT`,
      description: `The port of the ${agency} subgraph.`,
      default: port,
      example: port,
      rule: PORT_RULE,
      schema: wholeNumber(1, 65_535),
    }),
    url: optional({
      name: `${prefix}_URL`,
      description: `Where the gateway and coordination find the ${agency} subgraph; by default its port on this host.`,
      example: `http://${agency}.hub.internal:${port}`,
      rule: WEB_URL_RULE,
      schema: webUrl,
    }),
    databaseUrl: optional({
      name: `${prefix}_DATABASE_URL`,
      description: `The ${agency} database, as its serving role; without it the embedded server is used, except in production.`,
      example: `postgres://${role}_serving:password@127.0.0.1:5432/hub_${role}`,
      rule: DATABASE_URL_RULE,
      schema: databaseUrl,
      file: true,
    }),
    ownerDatabaseUrl: optional({
      name: `${prefix}_OWNER_DATABASE_URL`,
      description: `The ${agency} database, as its owner; only hub migrate uses it.`,
      example: `postgres://${role}_owner:password@127.0.0.1:5432/hub_${role}`,
      rule: DATABASE_URL_RULE,
      schema: databaseUrl,
      file: true,
    }),
    signingKey: keyRow(
      `${prefix}_SIGNING_KEY`,
      `The key with which the gateway signs its calls to ${agency}.`,
    ),
    auditKey: keyRow(
      `${prefix}_AUDIT_KEY`,
      `The key from which ${agency} signs how far its access log has come; without it, HUB_COLUMN_KEY stands in.`,
    ),
    previousSigningKey: keyRow(
      `${prefix}_SIGNING_KEY_PREVIOUS`,
      `The key before it, which ${agency} still accepts while a new one is handed out; remove it afterwards.`,
    ),
  };
}
