"use client";

import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components/Tabs";

export type TabItem = { id: string; label: ReactNode; content: ReactNode };

/**
 * Panels behind tabs, all in one page. Only the first shows without JavaScript:
 * for what everybody must reach, use `LinkTabs`.
 */
export function Tabs({ tabs, label }: { tabs: readonly TabItem[]; label: string }) {
  return (
    <AriaTabs>
      <TabList aria-label={label} className="mb-5 flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="flex min-h-11 cursor-pointer items-center border-b-3 border-transparent px-3 font-semibold whitespace-nowrap text-ink-soft -outline-offset-3 data-[hovered]:text-ink data-[selected]:border-accent data-[selected]:text-accent-strong"
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
