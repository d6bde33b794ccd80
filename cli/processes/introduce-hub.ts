import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DevelopmentIssuer } from '../../gateway/development-issuer.js';
import type { Persona } from '../../gateway/persona.js';
import { projectRoot } from '../../settings/project-root.js';
import { createLabeller } from '../picture/label-answer.js';
import type { GraphqlAnswer } from '../picture/graphql-answer.js';
import { renderPicture } from '../picture/render-picture.js';
import { renderWork } from '../picture/render-work.js';

export interface Introduction {
  readonly url: URL;
  readonly developmentIssuer: DevelopmentIssuer | undefined;
  readonly personas: readonly Persona[];
  readonly sampleStudentId: string | null;
  readonly say: (line: string) => void;
}

/** The persona that may see every part of the picture. */
const WHOLE_PICTURE = 'coordination-officer';

/** Under another purpose cases and referrals stay unknown to whoever handles them too. */
const WHOLE_WORK = 'CASE_HANDLING';

/**
 * Tells a newcomer where the hub is, who can be played and what each has to do, and shows one child's picture, all asked
 * through the gateway.
 */
export async function introduceHub({
  url,
  developmentIssuer,
  personas,
  sampleStudentId,
  say,
}: Introduction): Promise<void> {
  const persona = personas.find(({ slug }) => slug === WHOLE_PICTURE);
  if (developmentIssuer && persona && sampleStudentId) {
    const ask = asPersona(url, developmentIssuer);
    const answer = await ask(persona, 'SupportPicture', { id: sampleStudentId });
    say(renderPicture(answer, { colour: process.stdout.isTTY === true }));
    say('');
    say('To be done today (今日待办)');
    // One after another: on a small machine all at once would take longer than the gateway waits for an agency.
    for (const each of personas) {
      const line = renderWork(`${each.slug} ${each.title.zh}`, await ask(each, 'WorkToday', { items: 1 }));
      if (line !== null) say(line);
    }
    say('');
  }
  say(`Student support hub   ${new URL('/graphql', url)}   explorer ${new URL('/explorer', url)}`);
  if (personas.length > 0) {
    say(`Personas (npx hub token <persona>): ${personas.map(({ slug }) => slug).join(' ')}`);
    say('Stop with Ctrl-C.');
  }
}

const TOKEN_SECONDS = 300;

function asPersona(url: URL, issuer: DevelopmentIssuer) {
  const read = (name: string) => readFileSync(join(projectRoot, 'schema', name), 'utf8');
  const label = createLabeller(read('supergraph.graphql'));
  return async (
    { claims, purposes }: Persona,
    operation: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<GraphqlAnswer> => {
    const token = await issuer.issueToken(claims, 'EXPLORER', TOKEN_SECONDS);
    const query = read(`operations/${operation}.graphql`);
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'x-purpose': purposes.includes(WHOLE_WORK) ? WHOLE_WORK : (purposes[0] ?? WHOLE_WORK),
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query, variables }),
    });
    return label((await response.json()) as GraphqlAnswer, query);
  };
}
