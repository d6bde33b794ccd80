import { createSecretKey, type KeyObject } from 'node:crypto';
import { join, resolve } from 'node:path';
import { readDatabases, type DatabaseAddresses } from './database-settings.js';
import type { ProcessParts } from './process-parts.js';
import { readKeys } from './key-settings.js';
import { createSettingReader, type Environment } from './setting-reader.js';
import { agencyRows, hubRows, KEY_PLACEHOLDER, type COUNTIES } from './setting-rows.js';

export interface AgencySettings extends DatabaseAddresses {
  readonly port: number;
  /** Without a trailing slash and without a path, e.g. `http://127.0.0.1:4001`. */
  readonly url: string;
  /** Gateway → subgraph. Absent in production where this process has no use for it. */
  readonly signingKey?: KeyObject;
  /** Signs the heads of the agency's own access log. */
  readonly auditKey?: KeyObject;
  /** Still accepted, while a new one is handed out. */
  readonly previousSigningKey?: KeyObject;
}

export interface IdentityProvider {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  /** The explorer's public client. */
  readonly explorerClientId: string;
  /** The account under which the agencies' processes call each other. */
  readonly client?: {
    readonly clientId: string;
    readonly clientSecret: KeyObject;
    readonly tokenUrl: string;
  };
}

/** Keys are `KeyObject`s, which no log, error or JSON can print; `createHmac` and `hkdfSync` take them as they are. */
export interface Settings {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Absolute. */
  readonly auditDir: string;
  readonly auditRetentionDays: number;
  readonly logLevel: string;
  readonly county: (typeof COUNTIES)[number];
  readonly children: number;
  readonly seed: number;
  /** Absolute path of a file that replaces the demonstration county's error rates. */
  readonly errorRates?: string;
  /** The injected clock; never set in production. */
  readonly now?: Date;
  /** What one officer may use on a day; each agency counts for itself. */
  readonly usageLimits: { readonly lookups: number; readonly children: number };
  readonly digestKey?: KeyObject;
  readonly columnKey?: KeyObject;
  /** Still opens what it sealed. */
  readonly previousColumnKey?: KeyObject;
  /** Coordination → `/kit/` of every agency. */
  readonly serviceKey?: KeyObject;
  /** Absent outside production: the development issuer is used. */
  readonly oidc?: IdentityProvider;
  /** By agency name, in the order given. */
  readonly agencies: Readonly<Record<string, AgencySettings>>;
}

/** Every wrong setting at once, one sentence each, without any value. */
export class SettingsError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings are not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]'];
const isConfidential = (url: string) =>
  new URL(url).protocol === 'https:' || LOOPBACK_HOSTS.includes(new URL(url).hostname);

/** A server that listens on every address is reached through loopback; IPv6 addresses need brackets in a URL. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function readOidc(reader: ReturnType<typeof createSettingReader>, required: boolean): Settings['oidc'] {
  const before = reader.problems.length;
  const issuer = reader.maybe(hubRows.oidcIssuer);
  const audience = reader.maybe(hubRows.oidcAudience);
  const jwksUrl = reader.maybe(hubRows.oidcJwksUrl);
  const explorerClientId = reader.withDefault(hubRows.explorerClientId);
  const client = readServiceAccount(reader, required);
  if (issuer !== undefined && audience !== undefined && jwksUrl !== undefined) {
    if (required && !isConfidential(jwksUrl)) {
      reader.problems.push(
        'OIDC_JWKS_URL must start with https:// in production, or the keys could be replaced on the way.',
      );
    }
    return { issuer, audience, jwksUrl, explorerClientId, client };
  }
  const none = issuer === undefined && audience === undefined && jwksUrl === undefined;
  if (reader.problems.length === before && (required || !none)) {
    reader.problems.push(
      'OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL must be given together' +
        (required ? ' in production.' : '.'),
    );
  }
  return undefined;
}

function readServiceAccount(
  reader: ReturnType<typeof createSettingReader>,
  production: boolean,
): IdentityProvider['client'] {
  const before = reader.problems.length;
  const clientId = reader.maybe(hubRows.oidcClientId);
  const secret = reader.maybe(hubRows.oidcClientSecret);
  const tokenUrl = reader.maybe(hubRows.oidcTokenUrl);
  if (clientId !== undefined && secret !== undefined && tokenUrl !== undefined) {
    if (production && !isConfidential(tokenUrl))
      reader.problems.push('OIDC_TOKEN_URL must start with https:// in production: a secret goes there.');
    if (production && secret === KEY_PLACEHOLDER)
      reader.problems.push("OIDC_CLIENT_SECRET is a placeholder; production needs the account's own.");
    return { clientId, clientSecret: createSecretKey(secret, 'utf8'), tokenUrl };
  }
  const none = clientId === undefined && secret === undefined && tokenUrl === undefined;
  if (reader.problems.length === before && !none)
    reader.problems.push('OIDC_TOKEN_URL, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be given together.');
  return undefined;
}

/** Records of sharing personal information: three years; network logs of any kind: six months. */
const LEAST_AUDIT_DAYS = 1095;
const LEAST_LOG_DAYS = 183;

function readAuditRetention(reader: ReturnType<typeof createSettingReader>): number {
  const days = reader.withDefault(hubRows.auditRetentionDays);
  const { name } = hubRows.auditRetentionDays;
  if (days < LEAST_LOG_DAYS) {
    reader.problems.push(
      `${name} must be at least ${LEAST_AUDIT_DAYS}; under ${LEAST_LOG_DAYS} it also breaks the six months of 网络安全法 (formerly 第二十一条第三项).`,
    );
  } else if (days < LEAST_AUDIT_DAYS) {
    reader.problems.push(
      `${name} must be at least ${LEAST_AUDIT_DAYS}: three years by 个人信息保护法 第五十六条 and 网络数据安全管理条例 第十二条.`,
    );
  }
  return days;
}

function noteSharedPorts(
  ports: ReadonlyArray<readonly [name: string, port: number]>,
  problems: string[],
): void {
  const firstWith = new Map<number, string>();
  for (const [name, port] of ports) {
    const other = firstWith.get(port);
    if (other !== undefined)
      problems.push(`${other} and ${name} are both ${port}; every server needs its own port.`);
    else firstWith.set(port, name);
  }
}

/**
 * Reads every setting, once, at start-up.
 *
 * @param env names and values, by default those of the process; keys and database URLs also as `<NAME>_FILE`.
 * @param agencyNames the registry's agencies in order; ports default to 4001 + index.
 * @param parts what this process runs, by default everything.
 * @throws {SettingsError} that lists every wrong setting.
 */
export function loadSettings(
  env: Environment = process.env,
  agencyNames: readonly string[],
  parts: ProcessParts = { gateway: true, agencies: agencyNames },
): Settings {
  const reader = createSettingReader(env);
  const production = reader.withDefault(hubRows.environment) === 'production';
  const host = reader.withDefault(hubRows.host);
  const port = reader.withDefault(hubRows.port);
  const dataDir = resolve(reader.withDefault(hubRows.dataDir));
  const errorRates = reader.maybe(hubRows.errorRates);
  const now = reader.maybe(hubRows.now);
  if (production && now) reader.problems.push('HUB_NOW must not be set in production.');
  const rows = agencyNames.map((name, index) => ({ name, rows: agencyRows(name, index) }));
  const ports = rows.map((agency) => ({ ...agency, port: reader.withDefault(agency.rows.port) }));
  noteSharedPorts(
    [['PORT', port], ...ports.map((agency) => [agency.rows.port.name, agency.port] as const)],
    reader.problems,
  );
  const keys = readKeys(reader, { production, dataDir, parts, agencies: rows });
  const databases = readDatabases(reader, { production, parts, agencies: rows });
  const secret = (name: string) => {
    const value = keys.get(name);
    return value === undefined ? undefined : createSecretKey(value, 'utf8');
  };
  const agencies = ports.map(({ name, rows: row, port: agencyPort }) => [
    name,
    Object.freeze<AgencySettings>({
      port: agencyPort,
      url: reader.maybe(row.url) ?? `http://${reachableHost(host)}:${agencyPort}`,
      ...databases.get(name),
      signingKey: secret(row.signingKey.name),
      auditKey: secret(row.auditKey.name),
      previousSigningKey: secret(row.previousSigningKey.name),
    }),
  ]);
  const settings: Settings = {
    production,
    host,
    port,
    dataDir,
    auditDir: resolve(reader.maybe(hubRows.auditDir) ?? join(dataDir, 'audit')),
    auditRetentionDays: readAuditRetention(reader),
    logLevel: reader.withDefault(hubRows.logLevel),
    county: reader.withDefault(hubRows.county),
    children: reader.withDefault(hubRows.children),
    seed: reader.withDefault(hubRows.seed),
    errorRates: errorRates === undefined ? undefined : resolve(errorRates),
    now,
    usageLimits: Object.freeze({
      lookups: reader.withDefault(hubRows.lookupsPerDay),
      children: reader.withDefault(hubRows.childrenPerDay),
    }),
    digestKey: secret(hubRows.digestKey.name),
    columnKey: secret(hubRows.columnKey.name),
    previousColumnKey: secret(hubRows.previousColumnKey.name),
    serviceKey: secret(hubRows.serviceKey.name),
    oidc: readOidc(reader, production),
    agencies: Object.freeze(Object.fromEntries(agencies)),
  };
  if (reader.problems.length > 0) throw new SettingsError(reader.problems);
  return Object.freeze(settings);
}
