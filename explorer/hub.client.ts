import type { Grant } from './session.js';
import type { Bilingual, Purpose } from './wording.js';

/** What `GET /explorer/config` answers. `scopes` may be one string, as OAuth writes it, or a list. */
export type ExplorerConfig = { readonly purposes: readonly Purpose[] } & SignInConfig;

type SignInConfig =
  | { readonly mode: 'development' }
  | {
      readonly mode: 'oidc';
      readonly issuer: string;
      readonly clientId: string;
      readonly audience?: string;
      readonly scopes?: string | readonly string[];
    };

export type Persona = {
  readonly slug: string;
  readonly title: Bilingual;
  readonly purposes: readonly string[];
  readonly defaultPurpose: string;
};

export type SavedOperation = {
  readonly name: string;
  readonly text: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
};

async function readJson<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, { ...init, credentials: 'omit', cache: 'no-store' });
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return (await response.json()) as Answer;
}

export const readConfig = (): Promise<ExplorerConfig> => readJson('/explorer/config');
export const readPersonas = (): Promise<Persona[]> => readJson('/explorer/personas');
export const readOperations = (): Promise<SavedOperation[]> => readJson('/explorer/operations');

/** Development only: the hub itself issues the persona's token. */
export const issueToken = (persona: string): Promise<Grant> =>
  readJson('/explorer/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
