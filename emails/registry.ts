import type { Email } from "./email";
import { adClosedToApplicant } from "./ad-closed-to-applicant";
import { adAlert } from "./ad-alert";
import { savedSearchNews } from "./saved-search-news";
import { adInvitation } from "./ad-invitation";
import { applicationAnswered } from "./application-answered";
import { applicationReceived } from "./application-received";
import { accountClosed } from "./account-closed";
import { changeAsked } from "./change-asked";
import { changeDecided } from "./change-decided";
import { dossierComplete } from "./dossier-complete";
import { dossierLooksAlert } from "./dossier-looks-alert";
import { ibanChanged } from "./iban-changed";
import { piecesAsked } from "./pieces-asked";
import { pieceRefused } from "./piece-refused";
import { dossierYearly } from "./dossier-yearly";
import { piecesExtended } from "./pieces-extended";
import { pieceEnding } from "./piece-ending";
import { piecesEndingStructure } from "./pieces-ending-structure";
import { consentEnding } from "./consent-ending";
import { roleWithdrawn } from "./role-withdrawn";
import { roleGranted } from "./role-granted";
import { accountUnblocked } from "./account-unblocked";
import { accountBlocked } from "./account-blocked";
import { factorAdded } from "./factor-added";
import { factorRemoved } from "./factor-removed";
import { factorsReset } from "./factors-reset";
import { recoveryCodeUsed } from "./recovery-code-used";
import { confirmRegistration } from "./confirm-registration";
import { registrationKnown } from "./registration-known";
import { trainerCreated } from "./trainer-created";
import { requestSent } from "./request-sent";
import { trainerKnown } from "./trainer-known";
import { resetPassword } from "./reset-password";
import { addressKnown } from "./address-known";
import { addressWithdrawn } from "./address-withdrawn";
import { mainChangeToProve } from "./main-change-to-prove";
import { mainChanged } from "./main-changed";
import { mainUndone } from "./main-undone";
import { passwordChanged } from "./password-changed";
import { correctionAsked } from "./correction-asked";
import { correctionReminder } from "./correction-reminder";
import { requestArchived } from "./request-archived";
import { requestHandedOver } from "./request-handed-over";
import { requestReceived } from "./request-received";
import { requestRejected } from "./request-rejected";
import { requestValidated } from "./request-validated";
import { resetUnknown } from "./reset-unknown";
import { secondaryAdded } from "./secondary-added";
import { secondaryRemoved } from "./secondary-removed";
import { secondaryToProve } from "./secondary-to-prove";

/** Every mail the product sends, by kind. */
export const emails = {
  "trainer-known": trainerKnown,
  "request-sent": requestSent,
  "trainer-created": trainerCreated,
  "ad-alert": adAlert,
  "ad-closed-to-applicant": adClosedToApplicant,
  "saved-search-news": savedSearchNews,
  "ad-invitation": adInvitation,
  "application-answered": applicationAnswered,
  "application-received": applicationReceived,
  "account-closed": accountClosed,
  "change-asked": changeAsked,
  "change-decided": changeDecided,
  "dossier-complete": dossierComplete,
  "dossier-looks-alert": dossierLooksAlert,
  "piece-refused": pieceRefused,
  "pieces-asked": piecesAsked,
  "iban-changed": ibanChanged,
  "dossier-yearly": dossierYearly,
  "pieces-extended": piecesExtended,
  "piece-ending": pieceEnding,
  "pieces-ending-structure": piecesEndingStructure,
  "consent-ending": consentEnding,
  "role-withdrawn": roleWithdrawn,
  "role-granted": roleGranted,
  "account-unblocked": accountUnblocked,
  "account-blocked": accountBlocked,
  "factor-added": factorAdded,
  "factor-removed": factorRemoved,
  "factors-reset": factorsReset,
  "recovery-code-used": recoveryCodeUsed,
  "confirm-registration": confirmRegistration,
  "registration-known": registrationKnown,
  "reset-password": resetPassword,
  "address-known": addressKnown,
  "address-withdrawn": addressWithdrawn,
  "main-change-to-prove": mainChangeToProve,
  "main-changed": mainChanged,
  "main-undone": mainUndone,
  "password-changed": passwordChanged,
  "reset-unknown": resetUnknown,
  "secondary-added": secondaryAdded,
  "secondary-removed": secondaryRemoved,
  "secondary-to-prove": secondaryToProve,
  "correction-asked": correctionAsked,
  "correction-reminder": correctionReminder,
  "request-archived": requestArchived,
  "request-handed-over": requestHandedOver,
  "request-received": requestReceived,
  "request-rejected": requestRejected,
  "request-validated": requestValidated,
} as const;

export type EmailKind = keyof typeof emails;
export type EmailProps<Kind extends EmailKind> = (typeof emails)[Kind] extends Email<infer Props, infer _Secrets> ? Props : never;
export type EmailSecrets<Kind extends EmailKind> = (typeof emails)[Kind] extends Email<infer _Props, infer Secrets> ? Secrets : never;

/** One mail by its kind, with props and secrets as plain records: what the outbox reads back. */
export const emailOf = (kind: EmailKind): Email<object, object> => emails[kind] as unknown as Email<object, object>;

export const isEmailKind = (name: string): name is EmailKind => Object.hasOwn(emails, name);

/** Mails that are not kept once they are out: they name people whom no closing of an account would find in them. */
export const forgottenKinds: readonly string[] = (Object.keys(emails) as EmailKind[]).filter((kind) => emailOf(kind).namesOthers === true);
