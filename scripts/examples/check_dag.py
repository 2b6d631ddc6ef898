"""Runs airflow_dag.py with a stand-in for Airflow 3, which takes only the arguments that Airflow documents for what is used."""

import inspect
import runpy
import sys
from datetime import datetime, timedelta
from pathlib import Path
from types import ModuleType

OPERATOR = {"retries": int, "retry_delay": timedelta, "execution_timeout": timedelta}
tasks, edges = [], []


class DAG:
    def __init__(
        self, dag_id: str, *, schedule: str, start_date: datetime, catchup: bool, max_active_runs: int, default_args: dict
    ):
        typed(DAG.__init__, locals())
        for name, value in default_args.items():
            assert isinstance(value, OPERATOR[name]), f"{name} is {value!r}"
        assert len(schedule.split()) == 5, f"schedule is {schedule!r}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class BashOperator:
    def __init__(self, *, task_id: str, bash_command: str, env: dict = {}, append_env: bool = False):
        typed(BashOperator.__init__, locals())
        # Airflow takes a command with such an end for the name of a template.
        assert not bash_command.endswith((".sh", ".bash"))
        self.task_id = task_id
        tasks.append(task_id)

    def __rshift__(self, other):
        edges.append((self.task_id, other.task_id))
        return other


def typed(function, given):
    for name, parameter in inspect.signature(function).parameters.items():
        if name != "self":
            assert isinstance(given[name], parameter.annotation), f"{name} is {given[name]!r}"


def module(name, **members):
    made = ModuleType(name)
    vars(made).update(members)
    sys.modules[name] = made


for parent in ("airflow", "airflow.providers", "airflow.providers.standard", "airflow.providers.standard.operators"):
    module(parent)
module("airflow.sdk", DAG=DAG)
module("airflow.providers.standard.operators.bash", BashOperator=BashOperator)
runpy.run_path(str(Path(__file__).with_name("airflow_dag.py")))
assert edges == list(zip(tasks, tasks[1:])) and tasks, f"{tasks} in the order {edges}"
print("airflow_dag.py: " + " >> ".join(tasks))
