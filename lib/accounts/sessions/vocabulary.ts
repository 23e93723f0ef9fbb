export const sessionEnds = [
  "signed_out",
  "revoked",
  "password_changed",
  "password_reset",
  "blocked",
  "expired",
  "role_changed",
  "account_closed",
] as const;
export type SessionEnd = (typeof sessionEnds)[number];
