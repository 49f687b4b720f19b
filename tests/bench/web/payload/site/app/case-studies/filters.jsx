const labels = { topics: ["topic", "Topics"], supportTypes: ["support", "Support types"] };

export function Filters({ query, groups }) {
  return (
    <form action="/case-studies">
      <label>
        Search the case studies <input type="search" name="q" defaultValue={query.q} />
      </label>
      {groups.map(({ name, options }) => (
        <fieldset key={name}>
          <legend>{labels[name][1]}</legend>
          <ul>
            {options.map(({ slug, name: option, count }) => (
              <li key={slug}>
                <label>
                  <input
                    type="checkbox"
                    name={labels[name][0]}
                    value={slug}
                    defaultChecked={query[labels[name][0]] === slug}
                  />
                  {option}
                </label>
                <span>{count}</span>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
      <button>Search</button>
    </form>
  );
}
