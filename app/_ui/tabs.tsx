'use client';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as Whole } from 'react-aria-components';

export type TabView = { readonly id: string; readonly name: ReactNode; readonly panel: ReactNode };

type Props = {
  readonly label: string;
  readonly tabs: readonly TabView[];
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
};

/** Several views of one thing. */
export function Tabs({ label, tabs, selected, onSelect }: Props) {
  return (
    <Whole
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect ? { onSelectionChange: (key: string | number) => onSelect(String(key)) } : {})}
      className="grid gap-4 outline-none"
    >
      <TabList aria-label={label} className="flex gap-1 overflow-x-auto border-line border-b">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="flex min-h-12 cursor-pointer items-center whitespace-nowrap border-transparent border-b-4 px-4 font-semibold text-soft selected:border-teal selected:text-ink hover:text-ink focus-visible:outline-offset-[-3px]"
          >
            {tab.name}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id}>
          {tab.panel}
        </TabPanel>
      ))}
    </Whole>
  );
}
