import type { Persona } from '../../gateway/persona.js';
import { createDevelopmentIssuer } from '../../gateway/development-issuer.js';
import { readCountyManifest, type CountyManifest } from '../../county/county-manifest.js';
import { loadPersonas } from '../../cli/processes/personas.js';
import type { Jurisdiction } from '../../subgraphs/_kit/access/caller.js';
import { testDataDir } from './test-server.js';
import { testSettings } from './test-settings.js';

/** Who asks in a test: a persona's rights and area, with the parts that the test changes. */
export interface TestCaller {
  readonly slug: string;
  /** Post of the officer, if it is not the slug. */
  readonly role?: string;
  readonly scopes: readonly string[];
  readonly jurisdiction: readonly Jurisdiction[];
  readonly purpose: string;
  /** Agency that the officer works for. */
  readonly agency: string;
  /** Case-level approval that the request names. */
  readonly approval?: string;
}

/** The one issuer whose tokens the subgraphs and gateways of the tests accept; its key lies with the server. */
export const testIssuer = await createDevelopmentIssuer({
  directory: `${testDataDir()}/issuer`,
  issuer: 'urn:test-issuer',
  audience: 'student-support-hub',
  production: false,
});

export const testCounty: CountyManifest = requireManifest();
export const testPersonas: readonly Persona[] = loadPersonas(testSettings(), testCounty);

function requireManifest(): CountyManifest {
  const manifest = readCountyManifest(testDataDir());
  if (manifest?.state !== 'COMPLETE') throw new Error('The county of the tests was not generated.');
  return manifest;
}

/** @param slug as in cli/personas.yaml. */
export function callerAs(slug: string): TestCaller {
  const persona = testPersonas.find((candidate) => candidate.slug === slug);
  if (!persona) throw new Error(`There is no persona ${slug}.`);
  const { scope, jurisdiction, agency } = persona.claims;
  const purpose = persona.purposes[0] ?? 'CASE_HANDLING';
  return { slug, agency, scopes: scope.split(' '), jurisdiction, purpose };
}

export function withoutScope(caller: TestCaller, scope: string): TestCaller {
  return { ...caller, scopes: caller.scopes.filter((held) => held !== scope) };
}

/** The same officer in another area; no child of the test county belongs to it. */
export function elsewhere(caller: TestCaller): TestCaller {
  return { ...caller, jurisdiction: [{ kind: 'DIVISION', code: '652301' }] };
}

/** The same right, area and purpose in another role. */
export function inRole(caller: TestCaller, slug: string): TestCaller {
  return { ...caller, slug };
}

export async function headersOf(caller: TestCaller): Promise<Record<string, string>> {
  const token = await testIssuer.issueToken(
    {
      sub: `test:${caller.slug}`,
      agency: caller.agency,
      role: caller.role ?? caller.slug,
      scope: caller.scopes.join(' '),
      jurisdiction: caller.jurisdiction,
    },
    'EXPLORER',
    600,
  );
  return {
    authorization: `Bearer ${token}`,
    'x-purpose': caller.purpose,
    'content-type': 'application/json',
    ...(caller.approval !== undefined && { 'x-approval': caller.approval }),
  };
}
