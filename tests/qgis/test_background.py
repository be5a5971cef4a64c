"""Work beside the window: it ends, is stopped, or outlives the window that asked for it."""

import gc
import threading
import weakref
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsPointXY,
    QgsProcessingContext,
    QgsProject,
)
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QObject, QThreadPool
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWidget

from oltp_plugin.gui import algorithm_run, background, lasting_threads, messages
from oltp_plugin.gui.algorithm_run import AlgorithmRun
from oltp_plugin.gui.background import Background, do
from oltp_plugin.gui.recent_observatories import RecentObservatories
from oltp_plugin.layers import observatory_group
from oltp_plugin.layers.layer_maker import LayerMaker
from oltp_plugin.settings import Settings
from oltp_plugin.translation import sentence
from tests.qgis.session import delete_now, said_in
from tests.qgis.waiting import wait


def idle() -> bool:
    QgsApplication.processEvents()
    return QgsApplication.taskManager().countActiveTasks() == 0


def test_the_answer_to_a_window_that_has_gone_is_nobodys(qgis_app):
    window, go, answers = QWidget(), threading.Event(), []
    Background(answers.append, window).run("work", go.wait, answers.append)
    window.deleteLater()
    delete_now()
    go.set()
    wait(idle)
    assert answers == []


def test_what_must_be_done_is_done_whatever_comes_after_it(qgis_app):
    """Of two readings that wait for a turn, the first is not needed any more."""
    go, done, answers, owner = threading.Event(), [], [], QObject()
    for _ in range(2 * QThreadPool.globalInstance().maxThreadCount()):
        do("fill", go.wait, done.append, owner)
    for name in ("one", "two"):
        do(name, lambda name=name: done.append(name), done.append, owner)
    reading = Background(answers.append)
    for number in (1, 2):
        reading.run("read", lambda number=number: number, answers.append)
    go.set()
    wait(lambda: answers and len(done) == 2)
    assert sorted(done) == ["one", "two"] and answers == [2]
    do("fail", lambda: 1 / 0, done.append, owner)
    wait(lambda: len(done) == 3)
    assert isinstance(done[2], ZeroDivisionError)
    delete_now()
    assert owner.children() == []


def test_what_qgis_loses_before_it_begins_is_sent_again(qgis_app, monkeypatch, tmp_path):
    """It throws a waiting task away, now and then, where every thread is busy."""
    monkeypatch.setattr(background, "PATIENCE", 20)
    monkeypatch.setattr(algorithm_run, "PATIENCE", 20)
    manager, lost = QgsApplication.taskManager(), []

    class Losing:
        def addTask(self, task):  # noqa: N802 - QGIS's name
            lost.append(task) if len(lost) < 2 else manager.addTask(task)

    answers = []
    with monkeypatch.context() as losing:
        losing.setattr(QgsApplication, "taskManager", Losing)
        Background(answers.append, qgis_app).run("work", lambda: 1, answers.append)
        run = AlgorithmRun("oltp:createobservatory", {"OUTPUT": str(tmp_path / "new.gpkg")})
        run.succeeded.connect(lambda outputs: answers.append(outputs["OUTPUT"]))
        run.start()
        wait(lambda: len(answers) == 2)
    assert len(lost) == 2 and set(answers) == {1, str(tmp_path / "new.gpkg")}
    assert lost[0].claim() is False, "and never begins beside it"


def test_what_must_answer_cannot_be_stopped_in_the_list_of_tasks(qgis_app):
    answers, go = [], threading.Event()
    background = Background(answers.append)
    background.run("work", go.wait, answers.append)
    assert not background._task.canCancel()
    go.set()
    wait(lambda: answers == [True])


def test_a_run_lives_to_its_end_whoever_forgets_it(qgis_app, tmp_path):
    """Its task uses what it holds; a plugin that is unloaded forgets all of its modules."""
    told = []
    run = AlgorithmRun("oltp:createobservatory", {"OUTPUT": str(tmp_path / "new.gpkg")})
    run.succeeded.connect(lambda outputs: told.append(outputs["OUTPUT"]))
    run.start()
    held = weakref.ref(run)
    del run
    gc.collect()
    assert held() is not None
    wait(lambda: told)
    wait(lambda: gc.collect() is not None and held() is None)


def test_what_a_run_read_is_let_go_in_the_main_thread(qgis_app, monkeypatch, tmp_path):
    """Wherever Python collects its garbage: QGIS breaks down when another thread deletes layers."""
    freed, answers = [], []

    class Context(QgsProcessingContext):
        def __del__(self):
            freed.append(threading.current_thread())

    def start() -> None:
        run = AlgorithmRun("oltp:createobservatory", {"OUTPUT": str(tmp_path / "new.gpkg")})
        run.succeeded.connect(lambda _outputs: answers.append(run.warnings))  # so a cycle
        run.start()

    def collect_elsewhere() -> bool:
        collector = threading.Thread(target=gc.collect)
        collector.start()
        collector.join()
        QgsApplication.processEvents()
        return bool(freed)

    monkeypatch.setattr(algorithm_run, "QgsProcessingContext", Context)
    gc.disable()
    try:
        start()
        wait(lambda: answers)
        wait(collect_elsewhere)
    finally:
        gc.enable()
    assert freed == [threading.main_thread()]


def test_a_layer_keeps_its_coordinate_system_when_the_thread_that_made_it_has_had_a_rest(
    qgis_app, town_observatory
):
    """QGIS would end the thread; what it was the first to know of the system would go with it."""
    own = getattr(QgsApplication.taskManager(), "threadPool", QThreadPool.globalInstance)()
    pools = (QThreadPool.globalInstance(), own)
    places, maker = [], LayerMaker(town_observatory, QgsProject.instance())

    def place(crs) -> None:
        far = QgsCoordinateReferenceSystem("EPSG:2975")  # no other test has met it
        to_far = QgsCoordinateTransform(crs, far, QgsCoordinateTransformContext())
        places.append(to_far.transform(QgsPointXY(702000, 6601500)))

    for pool in pools:
        pool.setExpiryTimeout(1)
    try:
        lasting_threads.keep_threads()
        made = []
        Background(made.append, qgis_app).run(
            "layers", lambda: observatory_group.make(maker), made.append
        )
        wait(lambda: made)
        QTest.qWait(300)
        crs = made[0].layers["incident"].crs()
        place(crs)
        elsewhere = threading.Thread(target=place, args=(crs,))
        elsewhere.start()
        elsewhere.join()
    finally:
        for pool in pools:
            pool.setExpiryTimeout(-1)  # as the whole session has it
    assert len(places) == 2 and places[0] == places[1]
    assert places[0].distance(702000, 6601500) > 1000


def test_a_run_that_was_stopped_is_told_once_whoever_stopped_it(qgis_app):
    """A window without a button for it would else wait for ever."""
    told = []
    with_a_button, without = AlgorithmRun("oltp:nilreturn", {}), AlgorithmRun("oltp:nilreturn", {})
    with_a_button.cancelled.connect(lambda: told.append("cancelled"))
    for run in (with_a_button, without):
        run.failed.connect(told.append)
        run.cancel()
        run._executed(run._task, False, {})
    assert told[0] == "cancelled" and sentence(told[1]).startswith("Stopped") and len(told) == 2


def test_a_message_shows_names_as_they_are(qgis_app):
    text = "“Rue <A> & <b>B</b>” has 3 < 4 &amp; more."
    bar = QgsMessageBar()
    messages.show_error(bar, text)
    assert said_in(bar) == f"OLTP: {text}"
    messages.show_done(bar, text)
    assert said_in(bar) == f"OLTP: {text}"
    item = messages.offer(bar, text, "Undo", lambda: None)
    assert said_in(bar) == f"OLTP: {text}"
    messages.take_away(bar, item)
    assert item not in bar.items()
    messages.offer(bar, text, "Undo", lambda: None)
    messages.take_offers_away(bar)
    assert len(bar.items()) == 2, "what has no button stays"


def test_a_share_that_is_off_holds_nothing_up(qgis_app, monkeypatch):
    on, found = threading.Event(), []
    monkeypatch.setattr(Settings, "recent_observatories", lambda _self: on.wait() and [Path("a")])
    recent = RecentObservatories()
    recent.found.connect(found.append)
    recent.look(None)
    assert recent.paths == [] and found == []
    on.set()
    wait(lambda: found)
    assert found == [[Path("a")]] and recent.paths == [Path("a")]
