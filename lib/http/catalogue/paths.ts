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
  retagPreview: "/editor/catalogue/retag/preview",
  retagWrite: "/editor/catalogue/retag/write",
} as const;
