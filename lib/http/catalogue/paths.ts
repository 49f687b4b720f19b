/** The addresses where editors keep the lists that everything is ordered by. A list is named as its pages are. */
export const cataloguePaths = {
  catalogue: "/editor/catalogue",
  catalogueChanges: (page: number) => (page > 1 ? `/editor/catalogue?page=${page}` : "/editor/catalogue"),
  catalogueList: (list: string) => `/editor/catalogue/${list}`,
  catalogueAdd: (list: string) => `/editor/catalogue/${list}/add`,
  catalogueTerm: (list: string, id: string) => `/editor/catalogue/${list}/change/${id}`,
  catalogueWrite: (list: string) => `/editor/catalogue/${list}/write`,
  catalogueUndo: (change: string) => `/editor/catalogue/undo/${change}`,
  retag: "/editor/catalogue/retag",
  /** What is retagged of a list: its own part of the address. */
  retagList: (search: string) => (search ? `/editor/catalogue/retag?${search}` : "/editor/catalogue/retag"),
  retagWrite: "/editor/catalogue/retag/write",
} as const;
