"""Train the shipped language model: `python -m training --corpora FOLDER`.

Steps, each kept in `training/steps/` and skipped when its result is there: vectors, data, sentences, syntax, names,
assemble.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.assemble import assemble
from training.data import write_names, write_syntax
from training.pipeline import names_config, run, sentences_config
from training.recipe import WORK, Recipe, load_recipe
from training.syntax import train_parser
from training.vectors import pipeline_with_vectors, train_vectors

STEPS = ("vectors", "data", "sentences", "syntax", "names", "assemble")
SHIPPED = Path(__file__).parents[1] / "src" / "crossread" / "language" / "model"


def step(name: str, recipe: Recipe) -> None:
    """Run one step unless its result is already there."""
    if name == "vectors" and not (WORK / "vectors").exists():
        pipeline_with_vectors(train_vectors(recipe, WORK)).to_disk(WORK / "vectors")
    elif name == "data" and not (WORK / "names-dev.spacy").exists():
        write_syntax(recipe, WORK)
        write_names(recipe, WORK)
    elif name == "sentences" and not (WORK / "sentences" / "model-last").exists():
        run(sentences_config(recipe, WORK), WORK / "sentences")
    elif name == "syntax" and not (WORK / "parser").exists():
        train_parser(recipe, WORK).to_disk(WORK / "parser")
    elif name == "names" and not (WORK / "names" / "model-last").exists():
        run(names_config(recipe, WORK), WORK / "names")
    elif name == "assemble":
        assemble(WORK / "sentences" / "model-best", WORK / "parser", WORK / "names" / "model-best", SHIPPED)


def main() -> None:
    """Run the named steps, or all of them, in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("steps", nargs="*", choices=[*STEPS, []], help="which steps (default: all)")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with the training sources of recipe.toml")
    args = parser.parse_args()
    WORK.mkdir(exist_ok=True)
    recipe = load_recipe(args.corpora)
    for name in args.steps or STEPS:
        print(f"== {name}", flush=True)
        step(name, recipe)


if __name__ == "__main__":
    main()
