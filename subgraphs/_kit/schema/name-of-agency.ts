/** An agency's name as it ends the names of fields that every agency has of its own: `civil-affairs`, `CivilAffairs`. */
export function nameOfAgency(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
