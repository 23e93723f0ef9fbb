import { Breadcrumb, type Crumb } from "@/components/ui/breadcrumb";
import { paths } from "@/lib/core/paths";

interface Props {
  /** Between the home of the account and this page. */
  readonly parents?: readonly Crumb[];
  readonly current: string;
}

/** Where one is in Mon Compte: on a phone the navigation is folded away. */
export function AccountBreadcrumb({ parents, current }: Props) {
  return <Breadcrumb parents={[{ label: "Mon Compte", href: paths.account.home }, ...(parents ?? [])]} current={current} />;
}
