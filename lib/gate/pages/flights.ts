import type { Answer } from "#lib/gate/send.ts";

/** Makes something that several may be waiting for; `gone` ends the wait for its turn when all of them have left. */
export type Making = (gone: AbortSignal) => Promise<Answer>;

interface Flight {
  answer: Promise<Answer>;
  waiting: number;
  abandoned: AbortController;
}

/** Has whatever goes by one name made once, however many ask for it at a time. */
export function createFlights() {
  const underWay = new Map<string, Flight>();

  function begin(name: string, make: Making): Flight {
    const abandoned = new AbortController();
    const flight: Flight = {
      waiting: 0,
      abandoned,
      answer: make(abandoned.signal).finally(() => forget(name, flight)),
    };
    underWay.set(name, flight);
    return flight;
  }

  function forget(name: string, flight: Flight) {
    if (underWay.get(name) === flight) underWay.delete(name);
  }

  /** @param gone when whoever asks has left */
  return function join(name: string, make: Making, gone: AbortSignal): Promise<Answer> {
    const flight = underWay.get(name) ?? begin(name, make);
    flight.waiting += 1;
    const leave = () => {
      flight.waiting -= 1;
      if (flight.waiting > 0) return;
      forget(name, flight);
      flight.abandoned.abort("abandoned");
    };
    if (gone.aborted) leave();
    else gone.addEventListener("abort", leave, { once: true });
    return flight.answer;
  };
}
