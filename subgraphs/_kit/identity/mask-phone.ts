/** Shows the first three and the last four digits, as bills do; of a number too short for that, nothing. */
export function maskPhone(phone: string): string {
  return phone.length < 11
    ? '*'.repeat(phone.length)
    : `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}
