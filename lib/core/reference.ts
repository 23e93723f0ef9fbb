/** What the person reads out to support; found in the log under the same name. */
export const referenceOf = (requestId: string) => requestId.replaceAll("-", "").slice(-10).toUpperCase();
