/** 2 to 64 characters; eleven digits in a row would be a telephone number, more the number of a person. */
export function isDocumentNumber(text: string): boolean {
  return (
    /^[\p{L}\p{N}〔〕（）()[\]\-_/.\s]{2,64}$/u.test(text.trim()) &&
    !/\d{11,}/.test(text.replaceAll(/[\s-]/g, ''))
  );
}
