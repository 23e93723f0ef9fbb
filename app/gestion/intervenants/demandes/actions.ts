"use server";

import { time } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { askCorrection } from "@/lib/trainers/review/ask-correction";
import { handOverRequest } from "@/lib/trainers/review/hand-over";
import { rejectRequest } from "@/lib/trainers/review/reject-request";
import { saveReviewDraft } from "@/lib/trainers/review/save-review-draft";
import {
  askCorrectionInput,
  handOverInput,
  rejectRequestInput,
  requestInput,
  saveReviewDraftInput,
  takeChargeInput,
  validateRequestInput,
} from "@/lib/trainers/review/schemas";
import { releaseRequest, takeCharge } from "@/lib/trainers/review/take-charge";
import { validateRequest } from "@/lib/trainers/review/validate-request";

export const saveReviewDraftAction = action({
  name: "trainer.save_review_draft",
  policy: "staff",
  application: "gestion",
  schema: saveReviewDraftInput,
  verb: saveReviewDraft,
  then: ({ savedAt, conflicts }, { requestId, then, version }) =>
    then === undefined
      ? { message: `Enregistré à ${time(savedAt)}`, data: { conflicts } }
      : { redirectTo: paths.manage.decision(requestId, { quoi: then, lu: version?.toString() }) },
});

export const takeChargeAction = action({
  name: "trainer.take_charge",
  policy: "staff",
  application: "gestion",
  schema: takeChargeInput,
  verb: takeCharge,
  then: ({ mine, name, since }, { requestId, over }) => ({
    message: mine ? "Vous étudiez cette demande." : `${name} étudie cette demande.`,
    data: { mine, name, since: time(since) },
    ...(over !== undefined && { refresh: paths.manage.request(requestId) }),
  }),
});

export const releaseRequestAction = action({
  name: "trainer.release_request",
  policy: "staff",
  application: "gestion",
  schema: requestInput,
  verb: releaseRequest,
  then: () => ({ redirectTo: paths.manage.requests() }),
});

export const handOverRequestAction = action({
  name: "trainer.hand_over_request",
  policy: "staff",
  application: "gestion",
  schema: handOverInput,
  verb: handOverRequest,
  then: (_, { requestId }) => ({ redirectTo: paths.manage.request(requestId, { message: "confiee" }) }),
});

export const validateRequestAction = action({
  name: "trainer.validate_request",
  policy: "staff",
  application: "gestion",
  schema: validateRequestInput,
  verb: validateRequest,
  then: (_, { requestId }) => ({ redirectTo: paths.manage.request(requestId, { message: "valide" }) }),
});

export const askCorrectionAction = action({
  name: "trainer.ask_correction",
  policy: "staff",
  application: "gestion",
  schema: askCorrectionInput,
  verb: askCorrection,
  then: (_, { requestId }) => ({ redirectTo: paths.manage.request(requestId, { message: "complements" }) }),
});

export const rejectRequestAction = action({
  name: "trainer.reject_request",
  policy: "staff",
  application: "gestion",
  schema: rejectRequestInput,
  verb: rejectRequest,
  then: (_, { requestId }) => ({ redirectTo: paths.manage.request(requestId, { message: "refuse" }) }),
});
