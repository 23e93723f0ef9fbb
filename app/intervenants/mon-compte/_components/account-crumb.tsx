import { Breadcrumb } from "@/components/ui/breadcrumb";
import { paths } from "@/lib/core/paths";

interface Props {
  readonly current: string;
  readonly parents?: readonly { label: string; href: string }[];
}

const none: Props["parents"] = [];

/** Where one is in the trainer's "Mon compte". */
export const AccountCrumb = ({ current, parents = none }: Props) => (
  <Breadcrumb parents={[{ label: "Mon compte", href: paths.trainers.account }, ...parents]} current={current} />
);
