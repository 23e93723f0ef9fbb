/** What both values of a change request are bound to (lib/operations/keys/sealed-columns.data.ts). */
export const fromContext = (requestId: string) => `change_requests|from_sealed|${requestId}`;
export const toContext = (requestId: string) => `change_requests|to_sealed|${requestId}`;
