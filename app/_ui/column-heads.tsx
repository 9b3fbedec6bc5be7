/** The head of a table of figures: the first column names the row, the others end in it. */
export function ColumnHeads({ names }: { readonly names: readonly string[] }) {
  return (
    <thead>
      <tr className="border-line border-b text-s text-soft">
        {names.map((name, place) => (
          <th
            key={name}
            scope="col"
            className={place === 0 ? 'py-2 text-start font-semibold' : 'py-2 ps-4 text-end font-semibold'}
          >
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
