import { issueToken, readConfig, readOperations, readPersonas } from './hub.client.js';
import type { Persona, SavedOperation } from './hub.client.js';
import { beginSignIn, completeSignIn, isSignInAnswer, renewSignIn, SignInError } from './oidc.js';
import type { OidcClient, SignedIn, SignInMemory } from './oidc.js';
import { createSession } from './session.js';
import type { Session } from './session.js';
import { purposeCodes } from './wording.js';
import type { Bilingual } from './wording.js';

/** Someone in whose name the hub can be asked. */
export type Asker = {
  readonly key: string;
  readonly title: Bilingual;
  readonly purposes: readonly string[];
  readonly defaultPurpose: string;
  readonly session: Session;
};

export type Opening = {
  readonly operations: readonly SavedOperation[];
  /** All personas in development; the signed-in account, or no one yet, behind an identity provider. */
  readonly askers: readonly Asker[];
  /** Present behind an identity provider: answers the address to send the browser to. */
  readonly signIn?: () => Promise<string>;
};

function personaAsker({ slug, title, purposes, defaultPurpose }: Persona): Asker {
  const session = createSession({ purpose: defaultPurpose, obtainGrant: () => issueToken(slug) });
  return { key: slug, title, purposes, defaultPurpose, session };
}

function accountAsker(client: OidcClient, first: SignedIn): Asker {
  let latest: SignedIn | undefined;
  async function obtainGrant(): Promise<SignedIn> {
    if (!latest) return (latest = first);
    if (!latest.refreshToken) throw new SignInError('The sign-in has ended. Sign in again.');
    return (latest = await renewSignIn(client, latest.refreshToken));
  }
  const [defaultPurpose = ''] = purposeCodes;
  return {
    key: 'account',
    title: { en: first.name ?? 'the signed-in account', zh: first.name ?? '已登录账号' },
    purposes: purposeCodes,
    defaultPurpose,
    session: createSession({ purpose: defaultPurpose, obtainGrant }),
  };
}

/**
 * Asks the hub how callers prove who they are and prepares those who can ask.
 * Rejects when the hub or the identity provider is out of reach, or when a sign-in did not succeed.
 */
export async function openExplorer(address: URL, memory: SignInMemory): Promise<Opening> {
  const [config, operations] = await Promise.all([readConfig(), readOperations()]);
  if (config.mode === 'development') {
    return { operations, askers: (await readPersonas()).map(personaAsker) };
  }
  const client: OidcClient = { ...config, redirectUri: `${address.origin}/explorer` };
  const askers = isSignInAnswer(address)
    ? [accountAsker(client, await completeSignIn(client, address, memory))]
    : [];
  return { operations, askers, signIn: () => beginSignIn(client, memory) };
}
