import { issueToken, readConfig, readOperations, readPersonas } from './hub.client.js';
import type { Persona, SavedOperation } from './hub.client.js';
import { beginSignIn, completeSignIn, isSignInAnswer, renewSignIn, SignInError } from './oidc.js';
import type { OidcClient, SignedIn, SignInMemory } from './oidc.js';
import { createSession } from './session.js';
import type { Session } from './session.js';
import type { Bilingual, Purpose } from './wording.js';

/** Someone in whose name the hub can be asked. */
export type Asker = {
  readonly key: string;
  readonly title: Bilingual;
  readonly purposes: readonly Purpose[];
  readonly defaultPurpose: Purpose;
  readonly session: Session;
};

export type Opening = {
  readonly operations: readonly SavedOperation[];
  /** All personas in development; the signed-in account, or no one yet, behind an identity provider. */
  readonly askers: readonly Asker[];
  /** Present behind an identity provider: answers the address to send the browser to. */
  readonly signIn?: () => Promise<string>;
};

const unlisted = (code: string): Purpose => ({ code, title: { en: code, zh: code } });

function personaAsker(
  { slug, title, purposes, defaultPurpose }: Persona,
  catalogue: readonly Purpose[],
): Asker {
  const inWords = (code: string) => catalogue.find((purpose) => purpose.code === code) ?? unlisted(code);
  return {
    key: slug,
    title,
    purposes: purposes.map(inWords),
    defaultPurpose: inWords(defaultPurpose),
    session: createSession({ purpose: defaultPurpose, obtainGrant: () => issueToken(slug) }),
  };
}

/** An account is offered the whole catalogue, and the hub decides. */
function accountAsker(client: OidcClient, first: SignedIn, catalogue: readonly Purpose[]): Asker {
  let latest: SignedIn | undefined;
  async function obtainGrant(): Promise<SignedIn> {
    if (!latest) return (latest = first);
    if (!latest.refreshToken) throw new SignInError('The sign-in has ended. Sign in again.');
    return (latest = await renewSignIn(client, latest.refreshToken));
  }
  const [defaultPurpose = unlisted('')] = catalogue;
  return {
    key: 'account',
    title: { en: first.name ?? 'the signed-in account', zh: first.name ?? '已登录账号' },
    purposes: catalogue,
    defaultPurpose,
    session: createSession({ purpose: defaultPurpose.code, obtainGrant }),
  };
}

/**
 * Asks the hub how callers prove who they are and prepares those who can ask.
 * Rejects when the hub or the identity provider is out of reach, or when a sign-in did not succeed.
 */
export async function openExplorer(address: URL, memory: SignInMemory): Promise<Opening> {
  const [config, operations] = await Promise.all([readConfig(), readOperations()]);
  if (config.mode === 'development') {
    const personas = await readPersonas();
    return { operations, askers: personas.map((persona) => personaAsker(persona, config.purposes)) };
  }
  const client: OidcClient = { ...config, redirectUri: `${address.origin}/explorer` };
  const askers = isSignInAnswer(address)
    ? [accountAsker(client, await completeSignIn(client, address, memory), config.purposes)]
    : [];
  return { operations, askers, signIn: () => beginSignIn(client, memory) };
}
