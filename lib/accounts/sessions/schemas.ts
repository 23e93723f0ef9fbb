import { z } from "zod";
import { identifier } from "@/lib/core/fields";

export const revokeSessionInput = z.strictObject({ sessionId: identifier });
export const revokeOtherSessionsInput = z.strictObject({});
