"""How long the desk takes for a page of a large case: `python -m benchmarks.desk [--articles 5000] [--case FILE]`.

The case is made, not read: 20 claims an article. Pages are asked for in this process, without a network, each with other
parameters every time, after what they rest on has been derived once; that time is told too. `--quick` leaves out what is
derived longest, the forecasts.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from fastapi.testclient import TestClient

from benchmarks.made_cases import DAYS, FIRST_DAY, readings
from crossread.api import Case
from crossread.case import Store
from crossread.desk import create_app
from crossread.desk.state import State
from crossread.desk.warming import FIRST, warm
from crossread.views.picture import Picture

SLOW = ("predictions", "document", "review")  # what rests on forecasts
REPEATED = 40  # requests of each page


def day(chance: random.Random) -> str:
    """A day of the made war."""
    return (FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))).isoformat()


def addresses(picture: Picture, client: TestClient) -> dict[str, Callable[[random.Random], str]]:
    """The pages, with parameters as somebody would choose them."""
    ties = client.get("/api/v1/network").json()["ties"]
    actors, documents, events = list(picture.actors), list(picture.documents), [one.id for one in picture.events]
    outlets = sorted({document.outlet for document in picture.documents.values() if document.outlet})
    moments = [one["id"] for one in client.get("/api/v1/happenings", params={"limit": 500}).json()["items"]]
    return {
        "situation": lambda chance: f"/?date={day(chance)}",
        "situation, filtered": lambda chance: f"/?date={day(chance)}&origins=2&family=backing&family=hostility",
        "situation, one outlet": lambda chance: f"/?date={day(chance)}&{urlencode({'outlet': chance.choice(outlets)})}",
        "situation, as asserted": lambda chance: f"/?date={day(chance)}&modality=asserted",
        "situation, in focus": lambda chance: f"/?date={day(chance)}&focus={chance.choice(actors)}",
        "network": lambda chance: f"/api/v1/network?date={day(chance)}",
        "beside the network": lambda chance: f"/situation/around?date={day(chance)}",
        "a tie": lambda chance: "/situation/tie?tie={a}~{b}".format(**chance.choice(ties)),
        "timeline": lambda chance: f"/timeline?from={day(chance)}",
        "a moment": lambda chance: f"/timeline/accounts?at={chance.choice(moments)}",
        "map": lambda chance: f"/map?to={day(chance)}",
        "actor": lambda chance: f"/actors/{chance.choice(actors)}",
        "between": lambda chance: "/between/{a}/{b}".format(**chance.choice(ties)),
        "event": lambda chance: f"/events/{chance.choice(events)}",
        "document": lambda chance: f"/documents/{chance.choice(documents)}",
        "documents": lambda chance: "/documents",
        "origins": lambda chance: "/origins",
        "contradictions": lambda chance: "/contradictions",
        "predictions": lambda chance: "/predictions",
        "search": lambda chance: f"/search?words={picture.actors[chance.choice(actors)].name.split()[0]}",
        "review": lambda chance: "/review",
    }


def main() -> None:
    """Print the seconds of getting ready, and for each page the median and the 95th percentile in milliseconds; that of
    the processor as well, which others on the same machine do not lengthen."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=5000)
    options.add_argument("--case", type=Path, help="a case made earlier, instead of a new one")
    options.add_argument("--quick", action="store_true", help="without predictions")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = chosen.case or Path(folder) / "made.case"
        if chosen.case is None:
            with Store(where) as store:
                for reading in readings(chosen.articles):
                    store.put(reading, reader="made")
        with Case(where, create=False) as case:
            measure(case, quick=chosen.quick)


def measure(case: Case, *, quick: bool) -> None:
    """Ask for all pages, and print what it took."""
    start = time.perf_counter()
    picture = case.picture()
    print(f"{len(picture.claims)} claims; first picture {time.perf_counter() - start:.1f} s", flush=True)
    start = time.perf_counter()
    app = create_app(case)
    desk: State = app.state.desk
    warm(desk, only=FIRST[:-1] if quick else FIRST)
    print(f"what follows from it {time.perf_counter() - start:.1f} s", flush=True)
    with TestClient(app) as client:
        for name, address in addresses(picture, client).items():
            if quick and name in SLOW:
                continue
            chance = random.Random(7)
            if client.get(address(chance)).status_code != 200:
                print(f"{name:22} is not there", flush=True)
                continue
            took, worked = [], []
            for _ in range(REPEATED):
                asked = address(chance)
                begin, used = time.perf_counter(), time.process_time()
                client.get(asked)
                took.append((time.perf_counter() - begin) * 1000)
                worked.append((time.process_time() - used) * 1000)
            middle, (late, busy) = statistics.median(took), (statistics.quantiles(all_, n=20)[-1] for all_ in (took, worked))
            print(f"{name:22} median {middle:6.0f} ms   p95 {late:6.0f} ms, of the processor {busy:6.0f} ms", flush=True)


if __name__ == "__main__":
    main()
