import { request } from 'undici';

const PROBE_TIMEOUT_MS = 1000;
/** Many balancers ask often; the agencies are asked once in this time. */
const REMEMBERED_MS = 2000;

/** DEGRADED: it answers, but can't record accesses and so refuses them. */
export type AgencyHealth = 'UP' | 'DEGRADED' | 'DOWN';

export interface Readiness {
  /** DEGRADED: some agency is not up, the others are served. DOWN: the gateway itself can't serve. */
  readonly status: 'UP' | 'DEGRADED' | 'DOWN';
  readonly agencies: Readonly<Record<string, AgencyHealth>>;
}

/** @returns a check of every agency's `/health/ready`; answers of the last 2 seconds are given again */
export function createReadinessCheck(
  urls: Readonly<Record<string, URL>>,
  clock: () => number,
): (canServe: boolean) => Promise<Readiness> {
  let asked: { at: number; agencies: Promise<Record<string, AgencyHealth>> } | undefined;
  return async (canServe) => {
    if (!asked || clock() - asked.at > REMEMBERED_MS) asked = { at: clock(), agencies: probeAll(urls) };
    const agencies = await asked.agencies;
    const degraded = Object.values(agencies).some((health) => health !== 'UP');
    return { status: canServe ? (degraded ? 'DEGRADED' : 'UP') : 'DOWN', agencies };
  };
}

async function probeAll(urls: Readonly<Record<string, URL>>): Promise<Record<string, AgencyHealth>> {
  return Object.fromEntries(
    await Promise.all(Object.entries(urls).map(async ([agency, url]) => [agency, await probe(url)] as const)),
  );
}

async function probe(url: URL): Promise<AgencyHealth> {
  try {
    const { statusCode, body } = await request(
      new URL(`${url.pathname.replace(/\/$/, '')}/health/ready`, url),
      {
        signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
        reset: true,
      },
    );
    const text = await body.text();
    if (statusCode !== 200) return 'DOWN';
    return (JSON.parse(text) as { status?: unknown }).status === 'DEGRADED' ? 'DEGRADED' : 'UP';
  } catch {
    return 'DOWN';
  }
}
