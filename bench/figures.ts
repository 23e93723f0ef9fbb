import type { AdAlertFigures } from "./ad-alerts";
import type { AdSearchFigures } from "./ad-search";
import type { PageFigures } from "./browser/measure-pages";
import type { Quiet } from "./browser/quiet";
import type { BuildTimes } from "./build";
import type { ColdStarts } from "./cold-start";
import type { CvSearchFigures } from "./cv-search";
import type { DatabaseWork } from "./database-work";
import type { MailDeliveryFigures } from "./mail-delivery";
import type { PieceExpiryFigures } from "./piece-expiry";
import type { PieceTransferFigures } from "./piece-transfer";
import type { RepeatedPagesFigures } from "./repeated-pages";
import type { ReviewQueueFigures } from "./review-queue";
import type { Rounds, Sample } from "./rounds";
import type { VariantName } from "./variants";
import type { WizardSaveFigures } from "./wizard-save";

/** All that a run measured; parts that were skipped are absent. Kept as JSON in bench/results. */
export interface Figures {
  readonly at: string;
  readonly options: unknown;
  build?: { readonly floor: BuildTimes; readonly site: BuildTimes };
  start?: ColdStarts;
  databaseWork?: readonly DatabaseWork[];
  rounds?: Omit<Rounds, "samples"> & { readonly samples: Readonly<Partial<Record<VariantName, readonly Sample[]>>> };
  soak?: { readonly site: readonly number[]; readonly floor: readonly number[] };
  pages?: readonly PageFigures[];
  quiet?: readonly Quiet[];
  ads?: AdSearchFigures;
  alerts?: AdAlertFigures;
  delivery?: MailDeliveryFigures;
  cvs?: CvSearchFigures;
  expiry?: PieceExpiryFigures;
  wizard?: WizardSaveFigures;
  queue?: ReviewQueueFigures;
  repeated?: RepeatedPagesFigures;
  pieces?: PieceTransferFigures;
}
