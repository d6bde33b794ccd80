import { isDeepStrictEqual } from 'node:util';

/**
 * Asks every gateway the same and compares the answers as data; a gateway that answers something else must not be
 * measured.
 *
 * @returns the length of each one's answer in bytes
 * @throws when one answers with an error, or differs from the first
 */
export async function checkAnswersAgree(
  urls: ReadonlyMap<string, string>,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<ReadonlyMap<string, number>> {
  const answers = await Promise.all(
    [...urls].map(async ([name, url]) => {
      const response = await fetch(url, { method: 'POST', headers, body });
      const text = await response.text();
      const { data, errors } = JSON.parse(text) as { data: unknown; errors?: unknown };
      if (errors !== undefined || !data)
        throw new Error(`${name} answers ${response.status} ${text.slice(0, 500)}`);
      return { name, data, bytes: Buffer.byteLength(text) };
    }),
  );
  for (const { name, data } of answers) {
    if (!isDeepStrictEqual(data, answers[0]?.data))
      throw new Error(`${name} and ${answers[0]?.name} answer differently.`);
  }
  return new Map(answers.map(({ name, bytes }) => [name, bytes]));
}
